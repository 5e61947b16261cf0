package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.rules.StandardRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
    @Test
    void listsEveryRuleOfTheCatalogueOnce() {
        Run run = Run.of("rules", "list");
        List<String> lines = run.out().lines().toList();
        int rules = RuleCatalogue.standard().entries().size();
        assertThat(run.exitCode()).isZero();
        assertThat(lines).hasSize(rules + 1);
        assertThat(lines.get(rules)).startsWith(rules + " rules: ");
        assertThat(lines.subList(0, rules))
                .extracting(line -> line.substring(0, 6))
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(StandardRules.all().stream()
                        .map(rule -> rule.id().text())
                        .toList());
    }

    @Test
    void listsOneFamily() {
        assertThat(Run.of("rules", "list", "--family", "ACP")).isEqualTo(new Run(0, """
                        ACP-01  Warn       rule        ACPI table changed but OEMRevision not raised
                        1 rules: 1 rule
                        """, ""));
    }

    @Test
    void showsOneRule() {
        assertThat(Run.of("rules", "show", "WSP-31")).isEqualTo(new Run(0, """
                WSP-31  Firmware version equals an existing baseline of the POP
                  kind       Block
                  side       Both
                  enforced   rule
                  rule       No document says it. A second baseline of the same version is refused, an image without the flag is warned, for otherwise the nearest baseline is not one.
                  says       The baseline {baseline} has the image's version {version} already, for {variant}.
                  mend       Raise PhoneFirmwareRevision and build the image again.
                  source     WSPC, in this project's own reading
                             manufacture/mobile/packaging-requirements-for-retail-images
                  profile    lenient: Warn. No document forbids a second baseline of the same version.
                  profile    legacy-wp81: off. A second baseline of a version does no harm where none is compared with.
                """, ""));
    }

    @Test
    void printsJson() {
        assertThat(Run.of("rules", "show", "STD-10", "--json")).isEqualTo(new Run(0, """
                {
                  "rules": [
                    {
                      "id": "STD-10",
                      "title": "Any STD rule fails",
                      "kind": "Behaviour",
                      "side": "Both",
                      "home": "rule",
                      "explanation": "Standard errors always block; there is no override, and they apply to every submission including ones once marked non-compliant.",
                      "messages": [],
                      "sources": [
                        "WSPC"
                      ],
                      "documented": true
                    }
                  ]
                }
                """, ""));
        assertThat(Run.of("rules", "list", "--json").out()).startsWith("{\n  \"rules\": [\n");
    }

    @Test
    void complainsAboutWhatThereIsNot() {
        assertThat(Run.of("rules", "show", "STD-99").err()).startsWith("There is no rule STD-99.");
        assertThat(Run.of("rules", "show", "std1").err()).contains("'std1' is not the id of a rule such as STD-01");
        assertThat(Run.of("rules", "list", "--family", "XYZ").err()).startsWith("No rule belongs to the family 'XYZ'.");
        assertThat(Run.of("rules").exitCode()).isEqualTo(2);
    }
}
