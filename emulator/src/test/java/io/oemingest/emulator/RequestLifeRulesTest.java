package io.oemingest.emulator;

import static io.oemingest.emulator.UpdateWorld.PATH;
import static io.oemingest.emulator.UpdateWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.StatusJson;
import io.oemingest.core.internal.wire.RequestForUpdatePageJson;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.emulator.UpdateWorld.Phone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is seen over HTTP of a request's status, its generation and its approvals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLifeRulesTest {
    private UpdateWorld world;

    @BeforeAll
    void start() throws IOException {
        world = new UpdateWorld();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @Shows("RFU-22")
    void aPackageThatChangedInSilenceIsLeftOutAndNothingElseFailsTheUpdate() throws Exception {
        RequestForUpdateJson silent = world.read(world.phone().made("targetTicketId=IG"));
        assertThat(silent.stage()).isEqualTo("Preview");
        assertThat(silent.warnings())
                .extracting(each -> each.rule() + " " + each.message())
                .containsExactly("RFU-22 Contoso.A has changed, its version 1.0.0.0 has not risen.");
        assertThat(world.read(world.phone().made("")).warnings()).isEmpty();
        assertThat(world.read(world.phone().made("targetTicketId=SV")).stage()).isEqualTo("GenerationFailed");
    }

    @Test
    @Shows({"RFU-23", "STA-04"})
    void aTrialIsDoneWithoutApprovalAndNeverLive() throws Exception {
        String address = world.phone().made("type=Trial");

        RequestForUpdateJson done = world.read(address);
        assertThat(done.status()).isEqualTo(new StatusJson("CompletedSuccess", null, null));
        assertThat(done.stage()).isEqualTo("TrialPublished");
        assertThat(refusal(world.approve(world.contoso, "OEM", address))).isEqualTo("409 InvalidState APR-06");
    }

    @Test
    @Shows({"RFU-24", "APR-01", "APR-02", "APR-07", "STA-01", "STA-10"})
    void retailWaitsInPreviewUntilBothHaveApproved() throws Exception {
        String address = world.phone().made("");
        assertThat(world.read(address).stage()).isEqualTo("Preview");
        UpdateWorld.shown(world.approve(world.contoso, "OEM", address));
        assertThat(world.emulator.runPendingWork()).isZero();
        RequestForUpdateJson half = world.read(address);
        assertThat(half.stage() + " " + half.approvals() + " " + half.isApproved())
                .isEqualTo("Preview [OEM] false");
        RequestForUpdateJson whole = UpdateWorld.shown(world.approve(world.operator, "MobileOperator", address));
        assertThat(whole.isApproved()).isTrue();
        assertThat(whole.status().state()).isEqualTo("InProcessOnTrack");
        world.emulator.runPendingWork();

        assertThat(world.read(address).stage()).isEqualTo("Live");
    }

    @Test
    @Shows("APR-06")
    void nobodyApprovesTooEarlyTwiceOrTooLate() throws Exception {
        Phone phone = world.phone();
        String address = PATH + "/" + UpdateWorld.made(phone.asks("")).ticketId();
        assertThat(refusal(world.approve(world.contoso, "OEM", address))).isEqualTo("409 InvalidState APR-06");
        world.emulator.runPendingWork();
        UpdateWorld.shown(world.approve(world.contoso, "OEM", address));
        assertThat(refusal(world.approve(world.contoso, "OEM", address))).isEqualTo("409 InvalidState APR-06");
        world.contoso.post(address + "/cancellation", "");
        assertThat(refusal(world.approve(world.operator, "MobileOperator", address)))
                .isEqualTo("409 InvalidState APR-06");
    }

    @Test
    @Shows("APR-03")
    void aListHasEverythingThatTheRecordOfAnApprovalAsksFor() throws Exception {
        Phone phone = world.phone();
        RequestForUpdateJson made = world.read(phone.made("sourceTicketId=O1"));
        HttpResponse<byte[]> answer = world.operator.get(PATH + "?device=" + phone.device);
        List<RequestForUpdateJson> items = Json.read(RequestForUpdatePageJson.class, HttpOem.text(answer), "page")
                .items();

        assertThat(items)
                .extracting(each -> each.number() + " " + each.ticketId() + " " + each.deviceName() + " "
                        + each.operatorId() + " " + each.source().firmwareVersion() + " "
                        + each.target().firmwareVersion() + " " + each.source().osVersion() + " "
                        + each.target().osVersion())
                .containsExactly(made.number() + " " + made.ticketId() + " " + phone.device
                        + " 000-22 0.5.0.0 2.0.0.0 8.0.10211.204 8.10.12349.825");
    }

    @Test
    @Shows({"APR-04", "APR-05"})
    void anOperatingSystemAloneIsApprovedApartAndGoesLiveAsRetailOnly() throws Exception {
        Phone phone = world.phone();
        String images = phone.made("");
        String system = phone.made("system type=RetailServicing");
        world.ship(images);
        assertThat(world.read(system).stage()).isEqualTo("Preview");
        assertThat(world.read(system).isApproved()).isFalse();
        world.ship(system);
        assertThat(world.read(system).stage()).isEqualTo("Live");
        assertThat(refusal(world.approve(world.contoso, "OEM", phone.made("system"))))
                .isEqualTo("409 InvalidState APR-06");
    }

    @Test
    @Shows({"STA-02", "STA-03"})
    void whatFailedIsTriedAgainOrGivenUp() throws Exception {
        String address = world.phone().made("targetTicketId=SV");
        assertThat(world.read(address).status().state()).isEqualTo("InProcessFailure");
        assertThat(world.contoso.post(address + "/retries", "{}").statusCode()).isEqualTo(202);
        assertThat(world.read(address).status().state()).isEqualTo("InProcessOnTrack");
        world.emulator.runPendingWork();
        assertThat(world.contoso
                        .post(address + "/retries", "{\"giveUp\": true}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(world.read(address).status().state()).isEqualTo("CompletedFailure");
        assertThat(refusal(world.contoso.post(address + "/retries", "{}"))).isEqualTo("409 InvalidState");
        assertThat(refusal(world.contoso.post(world.phone().made("") + "/retries", "{}")))
                .isEqualTo("409 InvalidState");
    }

    @Test
    @Shows({"STA-05", "STA-06"})
    void aStatusThatCannotBeRetrievedIsAnAnswerAndNoState() throws Exception {
        String address = world.phone().made("");
        RequestForUpdateTicket ticket = new RequestForUpdateTicket(address.substring(PATH.length() + 1));
        world.emulator.failUpdateStatus(ticket, 1);

        StatusJson unknown = world.read(address).status();
        assertThat(unknown.state() + " " + unknown.errorCode()).isEqualTo("FailedToRetrieveStatus 1006");
        assertThat(unknown.errorMessage()).contains("nothing for the OEM to do").contains("operators");
        assertThat(world.read(address).status()).isEqualTo(new StatusJson("InProcessOnTrack", null, null));
    }

    @Test
    @Shows("STA-05")
    void aStatusThatCannotBeRetrievedIsTheAnswerAlsoToWhoeverWouldWait() throws Exception {
        String address = world.phone().made("");
        world.emulator.failUpdateStatus(new RequestForUpdateTicket(address.substring(PATH.length() + 1)), 1);

        HttpResponse<byte[]> answer = world.contoso.get(address, "Prefer", "wait=1");

        assertThat(UpdateWorld.shown(answer).status().state()).isEqualTo("FailedToRetrieveStatus");
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(world.read(address).status().state()).isEqualTo("InProcessOnTrack");
    }
}
