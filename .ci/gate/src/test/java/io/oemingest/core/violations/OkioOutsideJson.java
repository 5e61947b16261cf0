package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import okio.Buffer;

/** Breaks a rule on purpose. */
@Violates("okio-in-json-and-transport")
class OkioOutsideJson {
    Buffer field;
}
