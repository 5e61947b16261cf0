package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalSheetTest {
    private static final UpdatePayload MIXED = new MicrosoftOemMixed(Situations.TARGET, Situations.SOURCE);
    private static final UpdatePayload SYSTEM =
            MicrosoftAkOnly.parse("ARM", "WindowsPhoneBlue", "8.10.12349.825", "8.10.14234.375");

    @Test
    void holdsWhatTheDocumentsAskFor() {
        ApprovalSheet sheet =
                only(request(7, MIXED, "RM-1045", end("1.0.0.0", "8.10.12349.825"), end("2.0.0.0", "8.10.14234.375")));

        assertThat(sheet.kind()).isEqualTo(ApprovalSheet.Kind.OEM);
        assertThat(sheet.toCsv()).isEqualTo("""
                RFU number,RFU ticket,Model name,Operator id,Source firmware,Target firmware,OS before,OS after\r
                7,TKT-RFU-TEST-ABCD56-7,RM-1045,000-DE,1.0.0.0,2.0.0.0,8.10.12349.825,8.10.14234.375\r
                """);
        assertThat(sheet.toJson()).isEqualTo("""
                {
                  "kind": "8.1 and later",
                  "requests": [
                    {
                      "number": 7,
                      "ticketId": "TKT-RFU-TEST-ABCD56-7",
                      "modelName": "RM-1045",
                      "operatorId": "000-DE",
                      "sourceFirmwareVersion": "1.0.0.0",
                      "targetFirmwareVersion": "2.0.0.0",
                      "osVersionBefore": "8.10.12349.825",
                      "osVersionAfter": "8.10.14234.375"
                    }
                  ]
                }
                """);
    }

    @Test
    void hasNoTicketsForAnOperatingSystemAlone() {
        ApprovalSheet sheet =
                only(request(3, SYSTEM, "RM-1045", end(null, "8.10.12349.825"), end(null, "8.10.14234.375")));

        assertThat(sheet.toCsv()).isEqualTo("""
                RFU number,Model name,Operator id,Source firmware,Target firmware,OS before,OS after\r
                3,RM-1045,000-DE,,,8.10.12349.825,8.10.14234.375\r
                """);
        assertThat(sheet.toJson()).doesNotContain("ticketId");
    }

    @Test
    void keepsKindsApart() {
        List<ApprovalSheet> sheets = ApprovalSheet.of(List.of(
                request(1, SYSTEM, "A", end(null, "8.10.1.1"), end(null, "8.10.2.1")),
                request(2, MIXED, "B", end("1.0.0.0", "8.10.1.1"), end("2.0.0.0", "8.10.2.1")),
                request(3, MIXED, "C", end("1.0.0.0", "8.0.10512.142"), end("2.0.0.0", "8.10.2.1")),
                request(4, MIXED, "D", null, end("2.0.0.0", null))));

        assertThat(sheets)
                .extracting(each -> each.kind().text() + " "
                        + each.rows().stream().map(ApprovalSheet.Row::number).toList())
                .containsExactly("8.0 to 8.1 [3]", "8.1 and later [2, 4]", "operating system alone [1]");
    }

    @Test
    void givesSpreadsheetsNoFormulas() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            ApprovalSheet sheet = only(request(1, MIXED, name, null, end(null, null)));
            assertThat(sheet.toCsv()).contains("\r\n1,TKT-RFU-TEST-ABCD56-1,'" + name + ",000-DE,");
        }
        assertThat(only(request(1, MIXED, "=\"a\",b\r\n", null, end(null, null)))
                        .toCsv())
                .contains(",\"'=\"\"a\"\",b\r\n\",000-DE,");
        assertThat(only(request(1, MIXED, "a=1", null, end(null, null))).toCsv())
                .contains(",a=1,000-DE,");
    }

    private static ApprovalSheet only(RequestForUpdate request) {
        List<ApprovalSheet> sheets = ApprovalSheet.of(List.of(request));
        assertThat(sheets).hasSize(1);
        return sheets.get(0);
    }

    private static UpdateReference end(@Nullable String firmware, @Nullable String system) {
        return new UpdateReference(
                null,
                firmware == null ? null : FirmwareVersion.parse(firmware),
                system == null ? null : FirmwareVersion.parse(system));
    }

    private static RequestForUpdate request(
            int number, UpdatePayload payload, String model, @Nullable UpdateReference source, UpdateReference target) {
        return new RequestForUpdate(
                new RequestForUpdateTicket("TKT-RFU-TEST-ABCD56-" + number),
                number,
                payload,
                UpdateType.RETAIL_SERVICING,
                "RetailServicing",
                model,
                "000-DE",
                UpdateStage.PREVIEW,
                "Preview",
                UpdateStatus.of(UpdateState.IN_PROCESS_ON_TRACK),
                Set.of(),
                false,
                target,
                source,
                List.of(new UpdateOperation(UpdateOperation.CREATE, Instant.EPOCH, "Contoso")),
                null,
                List.of());
    }
}
