package io.oemingest.core.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("json-types-are-wire-records")
record DomainJson(String text) {}
