package io.oemingest.core.internal.wire.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CreateRequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdateOrder;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateWireTest {
    private static final RequestForUpdateTicket TICKET = new RequestForUpdateTicket("TKT-RFU-TEST-ABCD56-1");
    private static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-ABCD56");
    private static final SubmissionTicket SOURCE = new SubmissionTicket("TKT-SIGN-TEST-ABCD55");
    private static final Instant AT = Instant.parse("2026-11-22T06:16:00Z");
    private static final MicrosoftAkOnly SYSTEM =
            MicrosoftAkOnly.parse("x86", "WindowsPhoneThreshold", "8.10.12349.825", "10.0.10586.107");

    @Test
    void readsTheRequestThatItWrites() throws Exception {
        assertThat(again(MIXED)).isEqualTo(MIXED);
        RequestForUpdate alone = with(SYSTEM, new UpdateReference(null, null, SYSTEM.target()));
        assertThat(again(alone)).isEqualTo(alone);
    }

    @Test
    void leavesWarningsOutOfLists() {
        assertThat(UpdateWire.toWire(MIXED, true).warnings()).isNull();
        assertThat(UpdateWire.toWire(MIXED, false).warnings()).hasSize(1);
    }

    @Test
    void keepsTheWordsOfANewerService() throws Exception {
        String json = Json.write(UpdateWire.toWire(MIXED, false))
                .replace("\"RetailServicing\"", "\"Insiders\"")
                .replace("\"Cancelled\"", "\"Frozen\"")
                .replace("\"CompletedFailure\"", "\"OnHold\"")
                .replace("\"MicrosoftOemMixed\"", "\"Everything\"")
                .replace("\"Replaced\"", "\"Forgotten\"")
                .replace("[\"OEM\"]", "[\"OEM\",\"Regulator\"]");
        RequestForUpdate read = read(json);

        assertThat(read.type()).isEqualTo(UpdateType.UNRECOGNIZED);
        assertThat(read.typeWord()).isEqualTo("Insiders");
        assertThat(read.stage()).isEqualTo(UpdateStage.UNRECOGNIZED);
        assertThat(read.stageWord()).isEqualTo("Frozen");
        assertThat(read.status().state()).isEqualTo(UpdateState.UNRECOGNIZED);
        assertThat(read.status().word()).isEqualTo("OnHold");
        assertThat(read.payload()).isEqualTo(new UpdatePayload.Unrecognized("Everything"));
        assertThat(read.approvals()).containsExactly(ApprovalParty.OEM);
        assertThat(read.cancellation()).extracting(UpdateCancellation::kind).isEqualTo(UpdateError.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "number":7,                            | $.number: is missing
            "ticketId":"TKT-RFU-TEST-ABCD56-1",    | $.ticketId: is missing
            "type":"RetailServicing",              | $.type: is missing
            "payloadType":"MicrosoftOemMixed",     | $.payloadType: is missing
            "stage":"Cancelled",                   | $.stage: is missing
            "state":"CompletedFailure",            | $.status.state: is missing
            """)
    void refusesARequestThatLacksWhatItMustHave(String member, String problem) {
        String json = Json.write(UpdateWire.toWire(MIXED, false));
        assertThat(json).contains(member);
        String[] parts = problem.split(": ", 2);
        assertThatThrownBy(() -> read(json.replace(member, "")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("answer (" + parts[0] + "): " + parts[1]);
    }

    @Test
    void refusesARequestThatNothingHasHappenedTo() {
        String json = Json.write(UpdateWire.toWire(MIXED, false));
        assertThatThrownBy(() -> read(json.replaceFirst("\"operations\":\\[.*?]", "\"operations\":[]")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("answer ($.operations[0]): is missing");
    }

    @Test
    void readsTheOrderThatItWrites() {
        UpdateOrder mixed = UpdateOrder.of(TARGET, SOURCE, UpdateType.RETAIL_SERVICING)
                .forPhone("RM-1045", "000-DE")
                .replacing(TICKET);
        UpdateOrder first = UpdateOrder.of(TARGET, null, UpdateType.TRIAL);
        UpdateOrder system =
                UpdateOrder.of(SYSTEM, UpdateType.PARTNER_SELF_HOST).forPhone("RM-1045", "000-DE");
        for (UpdateOrder each : List.of(mixed, first, system)) {
            assertThat(OrderReader.read(UpdateWire.toWire(each))).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"payloadType":"MicrosoftOemMixed","type":"Trial"}                                     | The request names no target ticket (rule RFU-01)
            {"payloadType":"MicrosoftOemMixed","type":"Trial","targetTicketId":" "}                | The request names no target ticket (rule RFU-01)
            {"payloadType":"MicrosoftOemMixed","type":"Weekly","targetTicketId":"T"}               | The request type 'Weekly' is not known (rule RFU-05)
            {"payloadType":"MicrosoftOemMixed","targetTicketId":"T"}                               | The request type '' is not known (rule RFU-05)
            {"payloadType":"MicrosoftOemMixed","type":"PartnerSelfHost","targetTicketId":"T"}      | The request type 'PartnerSelfHost' is for updates of the operating system alone (rule RFU-05)
            {"payloadType":"MicrosoftOemMixed","type":"Trial","targetTicketId":"T","cpu":"ARM"}    | The request mixes content of Microsoft and of the OEM; make two requests (rule RFU-26)
            {"payloadType":"MicrosoftOemMixed","type":"Trial","cpu":"ARM"}                         | An update between images names no operating system (rule RFU-26)
            {"payloadType":"MicrosoftAKOnly","type":"Trial","targetTicketId":"T"}                  | An update of the operating system alone names no submissions (rule RFU-26)
            {"payloadType":"MicrosoftAKOnly","type":"Trial","cpu":"MIPS"}                          | The CPU 'MIPS' is not known (rule AKO-03)
            {"payloadType":"Everything","type":"Trial"}                                            | The payload type 'Everything' is not known: give MicrosoftOemMixed or MicrosoftAKOnly
            {"type":"Trial"}                                                                       | The payload type '' is not known: give MicrosoftOemMixed or MicrosoftAKOnly
            """)
    void refusesAnOrderThatCannotBe(String json, String message) {
        assertThatThrownBy(() -> OrderReader.read(Json.read(CreateRequestForUpdateJson.class, json, "body")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static final RequestForUpdate MIXED = with(
            new MicrosoftOemMixed(TARGET, SOURCE),
            new UpdateReference(TARGET, FirmwareVersion.parse("2.0.0.0"), FirmwareVersion.parse("8.10.14234.375")));

    private static RequestForUpdate with(UpdatePayload payload, UpdateReference target) {
        boolean system = payload == SYSTEM;
        return new RequestForUpdate(
                TICKET,
                7,
                payload,
                UpdateType.RETAIL_SERVICING,
                "RetailServicing",
                "RM-1045",
                "000-DE",
                UpdateStage.CANCELLED,
                "Cancelled",
                UpdateStatus.of(UpdateState.COMPLETED_FAILURE, UpdateError.REPLACED, null),
                Set.of(ApprovalParty.OEM),
                false,
                target,
                new UpdateReference(system ? null : SOURCE, null, system ? SYSTEM.source() : null),
                List.of(
                        new UpdateOperation(UpdateOperation.CREATE, AT, "Contoso"),
                        new UpdateOperation("Replace", AT.plusSeconds(9), null)),
                new UpdateCancellation(
                        UpdateError.REPLACED,
                        AT.plusSeconds(9),
                        new RequestForUpdateTicket("TKT-RFU-TEST-ABCD57-1"),
                        null),
                List.of(new Finding(
                        RuleId.of("RFU-13"),
                        Severity.WARN,
                        Location.ofPart("request for update", "targetTicketId"),
                        "It is so.",
                        "Mend it.")));
    }

    private static RequestForUpdate again(RequestForUpdate request) throws MalformedFileException {
        return read(Json.write(UpdateWire.toWire(request, false)));
    }

    private static RequestForUpdate read(String json) throws MalformedFileException {
        return RequestReader.read(Json.read(RequestForUpdateJson.class, json, "answer"), "answer");
    }
}
