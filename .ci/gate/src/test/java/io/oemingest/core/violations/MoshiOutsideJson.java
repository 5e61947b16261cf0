package io.oemingest.core.violations;

import com.squareup.moshi.Moshi;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("moshi-in-internal-json")
class MoshiOutsideJson {
    Moshi field;
}
