package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void enforcesEveryRuleOfTheCatalogueThatHasItsHomeHere() throws IOException {
        List<String> toWrite =
                Files.readAllLines(Path.of("src/test/resources/io/oemingest/core/validation/rules/rules-to-write.txt"));
        List<String> written =
                StandardRules.all().stream().map(rule -> rule.id().text()).toList();
        assertThat(written).doesNotHaveDuplicates();
        assertThat(toWrite)
                .as("These rules are written: take their lines out of rules-to-write.txt.")
                .doesNotContainAnyElementsOf(written);
        List<String> all = new ArrayList<>(written);
        all.addAll(toWrite);
        assertThat(all)
                .as("""
                        The rules of StandardRules must be those that the catalogue gives the home "rule". A rule without \
                        an entry: add one to its family's JSON file. An entry without a rule: write the rule and add it to \
                        StandardRules.""")
                .containsExactlyInAnyOrderElementsOf(RuleCatalogue.standard().entries().stream()
                        .filter(each ->
                                each.home() == RuleHome.RULE && each.kind().severity() != null)
                        .map(each -> each.id().text())
                        .toList());
    }

    @Test
    void findsNothingInAGoodSubmission() {
        Judged.with().findsNothing();
    }
}
