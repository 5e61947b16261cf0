package io.oemingest.emulator.engine.violations;

import io.oemingest.gate.Violates;
import java.security.Signature;

/** Breaks a rule on purpose. */
@Violates("engine-without-http-and-cryptography")
class EngineSigns {
    Signature field;
}
