package io.oemingest.core.validation.rules.violations;

import io.oemingest.gate.Violates;
import java.nio.file.Path;

/** Breaks a rule on purpose. */
@Violates("rules-are-pure")
class RuleReadsAFileRule {
    void check(Path file) {
        file.getFileSystem();
    }
}
