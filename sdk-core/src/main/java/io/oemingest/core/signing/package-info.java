/** Authenticode signatures of packages: reading, judging and making them; security catalogs; detached signatures. */
@NullMarked
package io.oemingest.core.signing;

import org.jspecify.annotations.NullMarked;
