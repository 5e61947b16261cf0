package io.oemingest.core.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("no-arrays-in-records")
record ArrayInRecord(byte[] content) {}
