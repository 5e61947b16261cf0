package io.oemingest.core.format.violations;

import io.oemingest.gate.Violates;
import io.oemingest.core.signing.AccompliceOfSigning;

/** Breaks a rule on purpose. */
@Violates("formats-know-no-judgement")
class FormatUsesSigning {
    AccompliceOfSigning field;
}
