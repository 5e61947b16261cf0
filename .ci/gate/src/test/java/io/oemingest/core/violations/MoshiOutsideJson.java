package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import com.squareup.moshi.Moshi;

/** Breaks a rule on purpose. */
@Violates("moshi-in-internal-json")
class MoshiOutsideJson {
    Moshi field;
}
