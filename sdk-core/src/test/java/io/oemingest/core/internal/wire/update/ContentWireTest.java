package io.oemingest.core.internal.wire.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.AcpiTableChange;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.UpdateContentJson;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateContent.Change;
import io.oemingest.core.update.UpdateContent.PackageChange;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentWireTest {
    private static final UpdateContent CONTENT = new UpdateContent(
            List.of(
                    new PackageChange("Contoso.A", Change.ADDED, null, version("1.0.0.0"), "MainOS", 1000),
                    new PackageChange("Contoso.B", Change.UPDATED, version("1.0.0.0"), version("1.0.0.1"), "PLAT", 70),
                    new PackageChange("Contoso.C", Change.MISSING, version("1.0.0.0"), null, "EFIESP", 3)),
            List.of(new AcpiTableChange(table(7, "old"), table(8, "new"))),
            List.of(new Finding(
                    RuleId.of("RFU-22"),
                    Severity.WARN,
                    Location.ofFile("packages/c.spkg"),
                    "Not risen.",
                    "Raise it.")));
    private static final String TEXT = Json.write(ContentWire.toWire(CONTENT));

    @Test
    void comesBackAsItWas() throws Exception {
        assertThat(read(TEXT)).isEqualTo(CONTENT);
    }

    @Test
    void tellsWhatFollowsFromTheRest() {
        UpdateContentJson json = ContentWire.toWire(CONTENT);

        assertThat(json.partitions()).containsExactly("MainOS", "PLAT");
        assertThat(json.canBeMade()).isTrue();
        assertThat(json.spaceOfDifferences()).isEqualTo((50L << 20) + 105);
        assertThat(json.spaceOfWholePackages()).isEqualTo((50L << 20) + 1605);
    }

    @Test
    void aChangeOfANewerServiceIsNotDelivered() throws Exception {
        PackageChange change =
                read(TEXT.replace("\"Added\"", "\"Folded\"")).packages().get(0);

        assertThat(change.change()).isEqualTo(Change.UNRECOGNIZED);
        assertThat(change.isDelivered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"packages\" | \"parcels\" | $.packages | is missing",
                "\"tables\" | \"chairs\" | $.tables | is missing",
                "\"problems\" | \"joys\" | $.problems | is missing",
                "\"name\":\"Contoso.B\" | \"n\":1 | $.packages[1].name | is missing",
                "\"change\":\"Missing\" | \"c\":1 | $.packages[2].change | is missing",
                "\"versionNow\":\"1.0.0.1\" | \"versionNow\":\"1\" | $.packages[1].versionNow"
                        + " | Not a version of four numbers 0 to 65535: '1'",
                "\"partition\":\"PLAT\" | \"p\":1 | $.packages[1].partition | is missing",
                "\"size\":70 | \"s\":70 | $.packages[1].size | is missing",
                "\"size\":70 | \"size\":-1 | $.packages[1].size | is not the size of a package: -1",
                "\"size\":70 | \"size\":9000000000000000000 | $.packages[1].size"
                        + " | is not the size of a package: 9000000000000000000",
                "\"before\" | \"b\" | $.tables[0].before | is missing",
                "\"LEFT_OPEN\" | \"FINE\" | $.tables[0].before.checksum | is not a known value: 'FINE'",
                "\"rule\":\"RFU-22\" | \"r\":1 | $.problems[0].rule | is missing",
            })
    void whatDoesNotFitIsRefusedWithItsPath(String part, String instead, String path, String problem) {
        assertThat(TEXT).contains(part);

        assertThatThrownBy(() -> read(TEXT.replace(part, instead)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("answer (" + path + "): " + problem);
    }

    private static PlacedTable table(long oemRevision, String bytes) {
        AcpiTable.Header header = new AcpiTable.Header(2, "CONTOS", "PHONE1", oemRevision, "INTL", 0x20140828);
        AcpiTable table = new AcpiTable("APIC", 68, header, AcpiTable.Checksum.LEFT_OPEN);
        return new PlacedTable("\\ACPI\\madt.acp", table, Digest.sha256(bytes.getBytes(UTF_8)));
    }

    private static FirmwareVersion version(String text) {
        return FirmwareVersion.parse(text);
    }

    private static UpdateContent read(String text) throws MalformedFileException {
        return ContentWire.toModel(Json.read(UpdateContentJson.class, text, "answer"), "answer");
    }
}
