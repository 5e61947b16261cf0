package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ACP-01; REQ: raise the field in the definition block whenever a table changes. */
class AcpiRevisionRuleTest {
    @Test
    void warnsOfATableThatChangedUnderTheSameRevision() throws IOException {
        Judged.update(List.of(plat("1.0.0.0", 3, 1)), plat("2.0.0.0", 3, 2))
                .findsExactly(warns(
                        "ACP-01",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The table \\ACPI\\dsdt.aml has changed, its OEMRevision 3 has not risen."));
    }

    @Test
    void findsNothingWhereItRoseOrNothingChanged() throws IOException {
        Judged.update(List.of(plat("1.0.0.0", 3, 1)), plat("2.0.0.0", 4, 2)).findsNothing();
        Judged.update(List.of(plat("1.0.0.0", 3, 1)), plat("2.0.0.0", 3, 1)).findsNothing();
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("ACP-01"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }

    private static FactsBuilder plat(String version, int revision, int creatorRevision) throws IOException {
        ByteBuffer table = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        table.put("DSDT".getBytes(StandardCharsets.US_ASCII))
                .putInt(36)
                .put((byte) 2)
                .put((byte) 0);
        table.put("CONTO DEMO100 ".getBytes(StandardCharsets.US_ASCII)).putInt(revision);
        table.put("MSFT".getBytes(StandardCharsets.US_ASCII)).putInt(creatorRevision);
        byte sum = 0;
        for (byte each : table.array()) {
            sum += each;
        }
        table.put(9, (byte) -sum);
        return FactsBuilder.contoso("Radio")
                .partition("PLAT")
                .version(version)
                .content("content of " + version)
                .table("\\ACPI\\dsdt.aml", table.array());
    }
}
