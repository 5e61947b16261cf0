/** The emulator's own certificates and the signer that stands where the real service's vault stood. Nothing here is trusted anywhere else. */
@NullMarked
package io.oemingest.emulator.signing;

import org.jspecify.annotations.NullMarked;
