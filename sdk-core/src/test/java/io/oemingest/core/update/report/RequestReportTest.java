package io.oemingest.core.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdatePayload;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    private static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-AB12CD");
    private static final SubmissionTicket SOURCE = new SubmissionTicket("TKT-SIGN-TEST-XY98ZT");

    @Test
    void tellsPeopleEverythingThatIsKnown() {
        RequestForUpdate failed = request(
                new MicrosoftOemMixed(TARGET, SOURCE),
                new UpdateReference(TARGET, version("1.2.0.0"), version("8.10.15148.160")),
                new UpdateReference(SOURCE, version("1.1.0.0"), null));

        assertThat(RequestReport.toText(failed)).isEqualTo("""
                TKT-RFU-TEST-AB12CD-1: GenerationFailed (InProcessFailure)
                  error     1001 The update could not be made. It would bring nothing.
                  number    17
                  type      RetailServicing, MicrosoftOemMixed
                  phone     D100 ROW / 000-DE
                  from      TKT-SIGN-TEST-XY98ZT, firmware 1.1.0.0
                  to        TKT-SIGN-TEST-AB12CD, firmware 1.2.0.0, system 8.10.15148.160
                  approved  no, by OEM
                  done      2026-11-22T06:16:00Z Create by Contoso
                  done      2026-11-22T06:16:00Z Generate
                  warning   RFU-13 request (target): Odd. Mend: Wait.
                """);
    }

    @Test
    void leavesOutWhatARequestDoesNotHave() {
        MicrosoftAkOnly system =
                MicrosoftAkOnly.parse("ARM", "WindowsPhoneThreshold", "8.10.12349.825", "10.0.10586.1");
        RequestForUpdate least = new RequestForUpdate(
                new RequestForUpdateTicket("TKT-RFU-TEST-ZZ12ZZ-1"),
                18,
                system,
                UpdateType.TRIAL,
                "Trial",
                null,
                null,
                UpdateStage.TRIAL_PUBLISHED,
                "TrialPublished",
                UpdateStatus.of(UpdateState.COMPLETED_SUCCESS),
                Set.of(),
                false,
                new UpdateReference(null, null, system.target()),
                new UpdateReference(null, null, system.source()),
                List.of(new UpdateOperation(UpdateOperation.CREATE, NOW, null)),
                null,
                List.of());

        assertThat(RequestReport.toText(least)).isEqualTo("""
                TKT-RFU-TEST-ZZ12ZZ-1: TrialPublished (CompletedSuccess)
                  number    18
                  type      Trial, MicrosoftAKOnly
                  system    WindowsPhoneThreshold on ARM
                  from      system 8.10.12349.825
                  to        system 10.0.10586.1
                  approved  no
                  done      2026-11-22T06:16:00Z Create
                """);
    }

    @Test
    void writesTheObjectOfTheApi() {
        RequestForUpdate request = request(
                new MicrosoftOemMixed(TARGET, null),
                new UpdateReference(TARGET, null, null),
                new UpdateReference(null, null, null));

        assertThat(RequestReport.toJson(request))
                .startsWith("""
                        {
                          "ticketId": "TKT-RFU-TEST-AB12CD-1",
                          "number": 17,
                          "payloadType": "MicrosoftOemMixed",
                        """)
                .contains("\n      \"rule\": \"RFU-13\",")
                .endsWith("\n}\n");
    }

    private static FirmwareVersion version(String text) {
        return FirmwareVersion.parse(text);
    }

    private static RequestForUpdate request(UpdatePayload payload, UpdateReference target, UpdateReference source) {
        return new RequestForUpdate(
                new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-1"),
                17,
                payload,
                UpdateType.RETAIL_SERVICING,
                "RetailServicing",
                "D100 ROW",
                "000-DE",
                UpdateStage.GENERATION_FAILED,
                "GenerationFailed",
                UpdateStatus.of(
                        UpdateState.IN_PROCESS_FAILURE, UpdateError.GENERATION_FAILED, "It would bring nothing."),
                Set.of(ApprovalParty.OEM),
                false,
                target,
                source,
                List.of(
                        new UpdateOperation(UpdateOperation.CREATE, NOW, "Contoso"),
                        new UpdateOperation("Generate", NOW, null)),
                null,
                List.of(new Finding(
                        RuleId.of("RFU-13"), Severity.WARN, Location.ofPart("request", "target"), "Odd.", "Wait.")));
    }
}
