package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VER-08; KMDF: date and version of DriverVer are compared as a whole. */
class DriverVersionRuleTest {
    private static final String INF = "\\Windows\\inf\\radio.inf";

    @Test
    void warnsOfADriverThatChangedUnderTheSameVersion() {
        Judged.update(List.of(radio("1.0.0.0", "old", "2014-11-03")), radio("2.0.0.0", "new", "2014-11-03"))
                .findsOnTheClient(warns(
                        "VER-08",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The driver \\Windows\\inf\\radio.inf has changed, its DriverVer 11/03/2014,6.3.9600.17246 has not"
                                + " risen."));
    }

    @Test
    void findsNothingWhereTheDateRoseOrNothingChanged() {
        Judged.update(List.of(radio("1.0.0.0", "old", "2014-11-03")), radio("2.0.0.0", "new", "2014-11-04"))
                .findsNothing();
        Judged.update(List.of(radio("1.0.0.0", "old", "2014-11-03")), radio("2.0.0.0", "old", "2014-11-03"))
                .findsNothing();
    }

    private static FactsBuilder radio(String version, String content, String date) {
        return FactsBuilder.contoso("Radio").version(version).content(content).driver(INF, date, "6.3.9600.17246");
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("VER-08"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}
