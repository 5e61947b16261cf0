package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardRulesTest {
    @Test
    void holdsEveryRuleOfThePackage() throws IOException {
        Path sources = Path.of("src/main/java/io/oemingest/core/validation/rules");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Rule.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertThat(StandardRules.all())
                    .extracting(rule -> rule.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @Test
    void givesEachRuleItsOwnId() {
        assertThat(StandardRules.all())
                .extracting(rule -> rule.id().text())
                .containsExactlyInAnyOrder(
                        "FFU-02", "INI-08", "INI-21", "INI-33", "PAR-03", "PKG-01", "PKG-02", "PKG-03", "PKG-04",
                        "PKG-21", "STD-01", "STD-02", "STD-03", "STD-04", "STD-05", "STD-06", "STD-07", "STD-08",
                        "STD-09", "UPL-09");
    }

    @Test
    void findsNothingInAGoodSubmission() {
        Judged.with().findsNothing();
    }
}
