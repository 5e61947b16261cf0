package io.oemingest.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds findings to the sentences that the catalogue announces. */
public final class CatalogueForms {
    private CatalogueForms() {}

    /** Fails unless the message is one of the entry's, with anything in the place of each {@code {name}}. */
    public static void assertAnnounced(Finding finding) {
        CatalogueEntry entry = RuleCatalogue.standard().get(finding.rule());
        assertThat(entry.messages())
                .as(
                        "%s says \"%s\". Add this sentence to the messages of the rule in catalogue/%s.json, "
                                + "with {name} for each fact.",
                        finding.rule(), finding.message(), finding.rule().family())
                .anyMatch(form -> pattern(form).matcher(finding.message()).matches());
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(
                Arrays.stream(form.split("\\{[A-Za-z][A-Za-z0-9 ]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
