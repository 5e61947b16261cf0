package io.oemingest.core.update.violations;

import io.oemingest.gate.Violates;
import java.nio.file.Path;

/** Breaks a rule on purpose. */
@Violates("updates-are-judged-purely")
class UpdateReadsAFile {
    void judge(Path file) {
        file.getFileSystem();
    }
}
