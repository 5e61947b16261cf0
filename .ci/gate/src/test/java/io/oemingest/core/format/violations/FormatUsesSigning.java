package io.oemingest.core.format.violations;

import io.oemingest.core.signing.AccompliceOfSigning;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("formats-know-no-judgement")
class FormatUsesSigning {
    AccompliceOfSigning field;
}
