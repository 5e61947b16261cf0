package io.oemingest.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CatalogueJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
    /** Ids that were published once and no longer stand for a rule. They are never given to another one. */
    private static final Set<String> RETIRED = Set.of();

    private static final CatalogueReader READER = new CatalogueReader(
            new CatalogueJson.Documents(List.of(new CatalogueJson.Document("WSPC", "manufacture/mobile/wspc"))));

    @Test
    void holdsTheIdsThatWerePublishedAndNoOthers() throws IOException {
        assertThat(RuleCatalogue.standard().entries())
                .extracting(each -> each.id().text())
                .as("""
                        The ids of rules are a promise to scripts and reports. A new rule: add its id to rule-ids.txt, in \
                        order. A rule that is gone: leave its line out and put the id into RETIRED of this test; never \
                        give it to another rule.""")
                .containsExactlyElementsOf(published())
                .doesNotContainAnyElementsOf(RETIRED.isEmpty() ? Set.of("") : RETIRED);
    }

    @Test
    void keepsEachFileInTheOrderOfItsIds() throws IOException {
        for (String family : CatalogueReader.FAMILIES) {
            List<String> ids =
                    file(family).rules().stream().map(CatalogueJson.Rule::id).toList();
            assertThat(ids).as("catalogue/%s.json", family).isSorted();
        }
    }

    @Test
    void saysEverythingInWholeSentences() {
        for (CatalogueEntry each : RuleCatalogue.standard().entries()) {
            assertThat(each.explanation()).as("explanation of %s", each.id()).matches("(?s)\\S.*[.)]");
            assertThat(each.title()).as("title of %s", each.id()).isNotBlank();
            if (each.mend() != null) {
                assertThat(each.mend()).as("mend of %s", each.id()).matches("[A-Z].*\\.");
            }
            assertThat(each.messages())
                    .as("messages of %s: a capital or a fact first, a full stop or a fact last", each.id())
                    .doesNotHaveDuplicates()
                    .allMatch(message -> message.matches("[A-Z{].*[.}]"));
        }
    }

    @Test
    void namesADocumentForWhatIsDocumented() {
        for (CatalogueEntry each : RuleCatalogue.standard().entries()) {
            if (each.documented()) {
                assertThat(each.sources()).as("sources of %s", each.id()).isNotEmpty();
            }
        }
    }

    @Test
    void saysWhyWhatIsEnforcedNowhere() {
        List<CatalogueEntry> nowhere = RuleCatalogue.standard().entries().stream()
                .filter(each -> each.home() == RuleHome.NOWHERE)
                .toList();

        assertThat(nowhere)
                .extracting(each -> each.id().text())
                .containsExactlyInAnyOrder(
                        "AUT-01", "AUT-02", "AUT-03", "AUT-04", "AUT-09", "ERR-06", "ERR-07", "ERR-08", "RFU-28",
                        "RFU-30", "UPL-08");
        assertThat(nowhere)
                .allSatisfy(each -> assertThat(each.explanation()).containsPattern(" Nowhere: [a-z ,;A-Z0-9-]+\\.$"));
    }

    @Test
    void needsEveryDocumentThatItNames() throws IOException {
        Set<String> used = new TreeSet<>();
        RuleCatalogue.standard().entries().forEach(each -> each.sources().forEach(source -> used.add(source.key())));
        CatalogueJson.Documents named = Json.read(CatalogueJson.Documents.class, text("documents.json"), "documents");
        assertThat(named.documents()).extracting(CatalogueJson.Document::key).containsExactlyElementsOf(used);
    }

    @Test
    void saysWhereARuleComesFrom() {
        assertThat(RuleCatalogue.standard().get(RuleId.of("STD-02")).basis()).isEqualTo("WSPC, PKGCLI");
        assertThat(RuleCatalogue.standard().get(RuleId.of("PKG-21")).basis()).isEqualTo("this project's own reading");
        assertThat(RuleCatalogue.standard().get(RuleId.of("INI-18")).basis())
                .isEqualTo("INIT, in this project's own reading");
    }

    @Test
    void knowsNoOtherRules() {
        assertThat(RuleCatalogue.standard().find(RuleId.of("STD-99"))).isNull();
        assertThatThrownBy(() -> RuleCatalogue.standard().get(RuleId.of("STD-99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no rule STD-99 in the catalogue");
    }

    @Test
    void refusesAnIdThatStandsTwice() throws Exception {
        List<CatalogueEntry> once = READER.convert(new CatalogueJson(List.of(GOOD)), "STD.json");
        assertThatThrownBy(() -> new RuleCatalogue(List.of(once.get(0), once.get(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The catalogue has STD-01 twice");
    }

    @Test
    void refusesDataThatIsNotSound() {
        refuses(rule("PKG-01", "Block", "rule", "It is wrong.", "WSPC"), "the rule PKG-01 is of another family");
        refuses(rule("STD-1", "Block", "rule", "It is wrong.", "WSPC"), "Not the id of a rule: 'STD-1'");
        refuses(rule("STD-01", "Grave", "rule", "It is wrong.", "WSPC"), "unknown word 'Grave'");
        refuses(rule("STD-01", "Block", "somewhere", "It is wrong.", "WSPC"), "unknown word 'somewhere'");
        refuses(
                rule("STD-01", "Block", "advice", "It is wrong.", "WSPC"),
                "advice is enforced nowhere, and only advice");
        refuses(
                rule("STD-01", "Advice", "rule", "It is wrong.", "WSPC"),
                "advice is enforced nowhere, and only advice");
        refuses(rule("STD-01", "Block", "rule", null, "WSPC"), "a rule of the kind Block needs messages and a mend");
        refuses(rule("STD-01", "Block", "rule", "It is wrong.", "OTHER"), "unknown document 'OTHER'");
    }

    private static final CatalogueJson.Rule GOOD = rule("STD-01", "Block", "rule", "It is wrong.", "WSPC");

    private static void refuses(CatalogueJson.Rule rule, String problem) {
        assertThatThrownBy(() -> READER.convert(new CatalogueJson(List.of(rule)), "STD.json"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("STD.json ($.rules[0]): " + problem);
    }

    private static CatalogueJson.Rule rule(String id, String kind, String home, String message, String source) {
        return new CatalogueJson.Rule(
                id,
                "Something",
                kind,
                "Both",
                home,
                "It is so.",
                message == null ? List.of() : List.of(message),
                message == null ? null : "Mend it.",
                List.of(source),
                true);
    }

    private static List<String> published() throws IOException {
        List<String> ids = read("rule-ids.txt").lines().toList();
        assertThat(ids).isSorted();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        return ids;
    }

    private static CatalogueJson file(String family) throws IOException {
        return Json.read(CatalogueJson.class, text(family + ".json"), family);
    }

    private static String text(String file) throws IOException {
        return read("catalogue/" + file);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = RuleCatalogueTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
