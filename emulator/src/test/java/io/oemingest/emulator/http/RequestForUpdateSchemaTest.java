package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.update.UpdateWire;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the records of requests for update write is what the OpenAPI file documents, word for word. */
class RequestForUpdateSchemaTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    private static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-AB12CD");
    private static final SubmissionTicket SOURCE = new SubmissionTicket("TKT-SIGN-TEST-XY98ZT");
    private static final MicrosoftAkOnly SYSTEM =
            MicrosoftAkOnly.parse("ARM", "WindowsPhoneThreshold", "8.10.12349.825", "10.0.10586.1");

    @ParameterizedTest
    @EnumSource(value = UpdateStage.class, mode = Mode.EXCLUDE, names = "UNRECOGNIZED")
    void aRequestInEveryStageFits(UpdateStage stage) {
        UpdateStatus status = UpdateStatus.of(stage.state(), UpdateError.WITHDRAWN, "So it is.");

        assertThat(complaints(request(new MicrosoftOemMixed(TARGET, SOURCE), stage, status)))
                .isEmpty();
        assertThat(complaints(request(SYSTEM, stage, UpdateStatus.of(stage.state()))))
                .isEmpty();
    }

    @Test
    void aRequestWithoutAnythingThatMayBeAbsentFits() {
        RequestForUpdate least = new RequestForUpdate(
                new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-1"),
                1,
                new MicrosoftOemMixed(TARGET, null),
                UpdateType.TRIAL,
                "Trial",
                null,
                null,
                UpdateStage.ACCEPTED,
                "Accepted",
                UpdateStatus.of(UpdateState.IN_PROCESS_ON_TRACK),
                Set.of(),
                false,
                new UpdateReference(TARGET, null, null),
                null,
                List.of(new UpdateOperation(UpdateOperation.CREATE, NOW, null)),
                null,
                List.of());

        assertThat(complaints(least)).isEmpty();
        assertThat(Contract.complaints(
                        "RequestForUpdatePage",
                        "{\"items\":[" + Json.write(UpdateWire.toWire(least, true)) + "],\"nextCursor\":\"a\"}"))
                .isEmpty();
    }

    @Test
    void everythingThatCanBeAskedForFits() {
        UpdateOrder full = UpdateOrder.of(TARGET, SOURCE, UpdateType.RETAIL_SERVICING)
                .forPhone("D100 ROW", "000-DE")
                .replacing(new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-1"));
        UpdateOrder least = UpdateOrder.of(TARGET, null, UpdateType.TRIAL);

        assertThat(Stream.of(full, least, UpdateOrder.of(SYSTEM, UpdateType.PARTNER_SELF_HOST))
                        .map(order -> Json.write(UpdateWire.toWire(order))))
                .allSatisfy(body -> assertThat(Contract.complaints("CreateRequestForUpdate", body))
                        .isEmpty());
    }

    @Test
    void theFileNamesEveryWordThatIsKnown() {
        assertThat(Contract.examples("UpdateType")).isEqualTo(words(UpdateType.values(), UpdateType::text));
        assertThat(Contract.examples("UpdateState")).isEqualTo(words(UpdateState.values(), UpdateState::text));
        assertThat(Contract.examples("UpdateStage")).isEqualTo(words(UpdateStage.values(), UpdateStage::text));
        assertThat(Contract.examples("UpdateParty")).isEqualTo(words(ApprovalParty.values(), ApprovalParty::text));
    }

    private static <T> List<String> words(T[] values, Function<T, String> text) {
        return Stream.of(values).map(text).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> complaints(RequestForUpdate request) {
        return Contract.complaints("RequestForUpdate", Json.write(UpdateWire.toWire(request, false)));
    }

    private static RequestForUpdate request(UpdatePayload payload, UpdateStage stage, UpdateStatus status) {
        boolean images = payload instanceof MicrosoftOemMixed;
        return new RequestForUpdate(
                new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-1"),
                17,
                payload,
                UpdateType.RETAIL_SERVICING,
                "RetailServicing",
                "D100 ROW",
                "000-DE",
                stage,
                stage.text(),
                status,
                EnumSet.allOf(ApprovalParty.class),
                true,
                new UpdateReference(images ? TARGET : null, null, SYSTEM.target()),
                new UpdateReference(images ? SOURCE : null, null, SYSTEM.source()),
                List.of(new UpdateOperation(UpdateOperation.CREATE, NOW, "Contoso")),
                new UpdateCancellation(
                        UpdateError.WITHDRAWN, NOW, new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-2"), "Recalled."),
                List.of());
    }
}
