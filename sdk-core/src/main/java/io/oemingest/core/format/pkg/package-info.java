/** Firmware packages: what a cabinet says about itself in {@code man.dsm.xml} or {@code update.mum}, and how to build one. */
@NullMarked
package io.oemingest.core.format.pkg;

import org.jspecify.annotations.NullMarked;
