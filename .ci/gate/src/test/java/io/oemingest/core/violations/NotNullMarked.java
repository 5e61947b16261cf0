package io.oemingest.core.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("null-marked-packages")
class NotNullMarked {}
