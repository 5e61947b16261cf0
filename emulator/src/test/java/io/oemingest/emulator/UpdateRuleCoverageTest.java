package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.RuleCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No rule about requests for update goes unshown over HTTP without a reason. */
class UpdateRuleCoverageTest {
    private static final Set<String> FAMILIES = Set.of("RFU", "AKO", "STA", "APR", "CAN");

    /** What cannot be shown over HTTP, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of(
            "RFU-28",
                    "No document gives a request a member for its priority: it is a note in the ticket of an approval.",
            "RFU-30", "Which features are conditional stands in no document that travels with a submission.");

    @Test
    void everyRuleIsShownOrItIsSaidWhyNot() {
        Set<String> shown = new TreeSet<>();
        UpdateRuleRows.all().forEach(each -> shown.add(each.rule()));
        Stream.of(NewRequestRulesTest.class, RequestLifeRulesTest.class, OperatorRulesTest.class)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> each.isAnnotationPresent(Shows.class) && each.isAnnotationPresent(Test.class))
                .forEach(each ->
                        shown.addAll(Set.of(each.getAnnotation(Shows.class).value())));

        assertThat(shown).doesNotContainAnyElementsOf(NOT_SHOWN.keySet());
        shown.addAll(NOT_SHOWN.keySet());
        assertThat(shown)
                .containsExactlyElementsOf(RuleCatalogue.standard().entries().stream()
                        .filter(each -> FAMILIES.contains(each.id().family()))
                        .map(each -> each.id().text())
                        .toList());
    }
}
