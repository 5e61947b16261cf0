package io.oemingest.emulator;

import static io.oemingest.emulator.UpdateWorld.PATH;
import static io.oemingest.emulator.UpdateWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.emulator.UpdateWorld.Phone;
import io.oemingest.emulator.fixture.Fixture;
import io.oemingest.emulator.fixture.FixtureFiles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is seen over HTTP of tickets and of the ends of requests: cancelled, replaced, withdrawn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorRulesTest {
    @TempDir
    private Path folder;

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
    @Shows({"STA-07", "CAN-05"})
    void aBlankTicketIsNone() throws Exception {
        assertThat(refusal(world.contoso.get(PATH + "/%20"))).isEqualTo("400 InvalidRequest STA-07 CAN-05");
        assertThat(refusal(world.contoso.post(PATH + "/%20/cancellation", "")))
                .isEqualTo("400 InvalidRequest STA-07 CAN-05");
    }

    @Test
    @Shows("STA-08")
    void aTicketIsReadByItsOwnersAndBothSpellingsAreOne() throws Exception {
        String address = world.phone().made("");
        assertThat(world.read(address)).isEqualTo(world.read(address.replace("TKT-RFU-", "TKT-SIGN-")));
        assertThat(refusal(world.contoso.get(PATH + "/bad_ticket_number"))).isEqualTo("404 TicketDoesNotExist");
        assertThat(refusal(world.fabrikam.get(address))).isEqualTo("403 NotTicketOwner");
    }

    @Test
    @Shows("STA-08")
    void theTicketOfAResubmissionStandsForNothing() throws Exception {
        Fixture broken = Fixture.breaking("PKG-18");
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .account(broken.account("secret"))
                .start()) {
            HttpOem oem = new HttpOem(emulator.uri(), "secret");
            FixtureFiles files = broken.writeTo(folder.resolve("broken"), emulator::inputSigner);
            Path archive = files.writeArchive(folder.resolve("broken.zip"));
            String original = oem.ticketOf(oem.submit(archive));
            emulator.runPendingWork();
            assertThat(oem.state(original)).isEqualTo("Failed");
            String again = oem.ticketOf(oem.resubmit(archive, original));

            assertThat(refusal(oem.get(PATH + "/" + again))).isEqualTo("409 ResubmissionTicket");
            assertThat(refusal(oem.get(PATH + "/" + original))).isEqualTo("404 TicketDoesNotExist");
        }
    }

    @Test
    @Shows({"CAN-01", "CAN-06"})
    void bothPayloadsAreCancelledInProcessAndInPreview() throws Exception {
        for (String members : new String[] {"", "system type=RetailServicing"}) {
            String accepted =
                    PATH + "/" + UpdateWorld.made(world.phone().asks(members)).ticketId();
            for (String address : new String[] {accepted, world.phone().made(members)}) {
                HttpResponse<byte[]> answer = world.contoso.post(address + "/cancellation", "");
                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.body()).isEmpty();
                RequestForUpdateJson cancelled = world.read(address);
                assertThat(cancelled.stage() + " " + cancelled.status().state() + " "
                                + cancelled.cancellation().kind())
                        .isEqualTo("Cancelled CompletedFailure Cancelled");
            }
        }
    }

    @Test
    @Shows({"CAN-02", "CAN-03"})
    void whatIsApprovedToShipIsTakenBackByTheOperatorsOnly() throws Exception {
        String address = world.phone().made("");
        RequestForUpdateTicket ticket = new RequestForUpdateTicket(address.substring(PATH.length() + 1));
        UpdateWorld.shown(world.approve(world.contoso, "OEM", address));
        UpdateWorld.shown(world.approve(world.operator, "MobileOperator", address));
        assertThat(refusal(world.contoso.post(address + "/cancellation", ""))).isEqualTo("409 AlreadyLive CAN-02");
        world.emulator.runPendingWork();
        assertThat(refusal(world.operator.post(address + "/cancellation", ""))).isEqualTo("409 AlreadyLive CAN-02");
        world.emulator.withdrawUpdate(ticket, "It drains the battery.");

        RequestForUpdateJson withdrawn = world.read(address);
        assertThat(withdrawn.stage()).isEqualTo("Withdrawn");
        assertThat(withdrawn.cancellation().explanation()).isEqualTo("It drains the battery.");
    }

    @Test
    @Shows("CAN-04")
    void aNewerRequestTakesTheOldersPlaceWhenItComesIntoPreview() throws Exception {
        Phone phone = world.phone();
        String older = phone.made("");
        String replaces = " replaces=" + older.substring(PATH.length() + 1);
        assertThat(refusal(phone.asks("sourceTicketId=B2 targetTicketId=B3" + replaces)))
                .isEqualTo("400 InvalidRequest CAN-04");
        String newer = PATH + "/"
                + UpdateWorld.made(phone.asks("targetTicketId=B3" + replaces)).ticketId();
        assertThat(world.read(older).stage()).isEqualTo("Preview");
        world.emulator.runPendingWork();

        assertThat(world.read(older).cancellation().replacedBy()).isEqualTo(newer.substring(PATH.length() + 1));
        assertThat(world.read(newer).stage()).isEqualTo("Preview");
    }

    @Test
    @Shows("CAN-07")
    void cancellingTwiceIsCancellingOnceAndWhatIsDoneStays() throws Exception {
        String address = world.phone().made("");
        world.operator.post(address + "/cancellation", "");
        RequestForUpdateJson once = world.read(address);
        assertThat(world.contoso.post(address + "/cancellation", "").statusCode())
                .isEqualTo(204);
        assertThat(world.read(address)).isEqualTo(once);
        assertThat(refusal(world.fabrikam.post(address + "/cancellation", ""))).isEqualTo("403 NotTicketOwner");
        assertThat(refusal(world.contoso.post(PATH + "/TKT-RFU-TEST-NOBODY-1/cancellation", "")))
                .isEqualTo("404 TicketDoesNotExist");
        assertThat(refusal(world.contoso.post(world.phone().made("type=Trial") + "/cancellation", "")))
                .isEqualTo("409 InvalidState CAN-07");
    }
}
