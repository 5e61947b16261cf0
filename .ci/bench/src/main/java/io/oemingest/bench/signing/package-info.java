/** Signing and verifying packages beside osslsigncode. */
@NullMarked
package io.oemingest.bench.signing;

import org.jspecify.annotations.NullMarked;
