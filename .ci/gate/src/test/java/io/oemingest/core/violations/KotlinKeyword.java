package io.oemingest.core.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("no-kotlin-keywords")
public class KotlinKeyword {
    public void when() {}
}
