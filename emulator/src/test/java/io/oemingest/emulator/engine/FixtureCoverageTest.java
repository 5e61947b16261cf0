package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleHome;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.core.validation.rules.StandardRules;
import io.oemingest.emulator.fixture.Fixture;
import io.oemingest.emulator.fixture.FixtureGap;
import io.oemingest.emulator.port.EkuProfiles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule that a preparer or a service applies to a submission is broken by a fixture, or it is said why it is not. */
class FixtureCoverageTest {
    // Requests for update have arguments of their own and are no submissions.
    private static final Set<String> OF_UPDATES = Set.of("RFU", "AKO");

    @Test
    void nothingIsMissingSilently() {
        List<ValidationRule> own = ServiceValidation.ownRules(
                new TestSignatures(true, Map.of(), EkuProfiles.DOCUMENTED), EngineFixture.CONTOSO);
        assertThat(Stream.concat(
                        Fixture.broken().stream().map(Fixture::rule).map(Objects::requireNonNull),
                        Fixture.gaps().stream().map(FixtureGap::rule)))
                .as(
                        "A rule without a fixture: add one to its family in emulator.fixture, or a FixtureGap with the reason.")
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                StandardRules.all().stream().map(ValidationRule::id),
                                own.stream().map(ValidationRule::id),
                                ofArguments())
                        .flatMap(ids -> ids)
                        .toList());
    }

    /** Those of the check of a submission's arguments that say something. */
    private static Stream<RuleId> ofArguments() {
        return RuleCatalogue.standard().entries().stream()
                .filter(each ->
                        each.home() == RuleHome.ARGUMENTS && !each.messages().isEmpty())
                .map(CatalogueEntry::id)
                .filter(each -> !OF_UPDATES.contains(each.family()));
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(Fixture.breaking("STD-02").rule()).isEqualTo(RuleId.of("STD-02"));
        assertThatThrownBy(() -> Fixture.breaking("WSP-20"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no fixture for WSP-20: The service's own list can be empty, but it cannot be"
                        + " missing: no submission brings that about.");
        assertThatThrownBy(() -> Fixture.breaking("GET-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no fixture for GET-01");
    }
}
