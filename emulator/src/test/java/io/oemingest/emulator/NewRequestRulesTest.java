package io.oemingest.emulator;

import static io.oemingest.emulator.UpdateWorld.PATH;
import static io.oemingest.emulator.UpdateWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.RequestForUpdateJson;
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

/** What is seen over HTTP when a request is made; refusals have a table of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewRequestRulesTest {
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
    @Shows({"RFU-03", "RFU-04"})
    void anUpdateLeadsToASignedImage() throws Exception {
        Fixture image = Fixture.sound().stream()
                .filter(each -> each.name().equals("baseline"))
                .findFirst()
                .orElseThrow();
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .account(image.account("secret"))
                .start()) {
            HttpOem oem = new HttpOem(emulator.uri(), "secret");
            FixtureFiles files = image.writeTo(folder.resolve("image"), emulator::inputSigner);
            files.enterInto(emulator);
            String source = files.baselines().get(0).ticket().id();
            String target = oem.ticketOf(oem.submit(files.writeArchive(folder.resolve("image.zip"))));
            assertThat(refusal(update(oem, source, target))).isEqualTo("409 TargetNotSigned RFU-03");
            assertThat(refusal(update(oem, target, source))).startsWith("409 InvalidState RFU-03");
            emulator.runPendingWork();
            assertThat(oem.state(target)).isEqualTo("Signed");
            assertThat(update(oem, source, target).statusCode()).isEqualTo(201);

            FixtureFiles some = Fixture.sound().get(0).writeTo(folder.resolve("some"), emulator::inputSigner);
            String partial = oem.ticketOf(oem.submit(some.writeArchive(folder.resolve("some.zip"))));
            emulator.runPendingWork();
            assertThat(oem.state(partial)).isEqualTo("Signed");
            assertThat(refusal(update(oem, target, partial))).isEqualTo("422 TargetNotImage RFU-04");
        }
    }

    private static HttpResponse<byte[]> update(HttpOem oem, String source, String target) throws Exception {
        return oem.post(PATH, """
                {"payloadType": "MicrosoftOemMixed", "type": "RetailServicing", "deviceName": "D100-baseline",
                 "operatorId": "000-DE", "sourceTicketId": "%s", "targetTicketId": "%s"}""".formatted(source, target));
    }

    @Test
    @Shows("RFU-09")
    void oneRequestIsForOnePhoneAndOperator() throws Exception {
        Phone phone = world.phone();
        String two = phone.order("").replace("\"" + phone.device + "\"", "[\"" + phone.device + "\", \"P0001\"]");

        assertThat(refusal(world.contoso.post(PATH, two))).isEqualTo("400 InvalidRequest");
        RequestForUpdateJson made = UpdateWorld.made(phone.asks(""));
        assertThat(made.deviceName()).isEqualTo(phone.device);
        assertThat(made.operatorId()).isEqualTo("000-22");
    }

    @Test
    @Shows("RFU-10")
    void aNewRequestIsNotApprovedAndKnowsItsEnds() throws Exception {
        Phone phone = world.phone();
        RequestForUpdateJson made = UpdateWorld.made(phone.asks(""));

        assertThat(made.ticketId()).isEqualTo("TKT-RFU-TEST-B2" + phone.device.substring(1) + "-1");
        assertThat(made.payloadType()).isEqualTo("MicrosoftOemMixed");
        assertThat(made.isApproved()).isFalse();
        assertThat(made.operations())
                .extracting(each -> each.name() + " " + each.by())
                .containsExactly("Create Contoso");
        assertThat(made.created()).isEqualTo(made.changed());
        assertThat(made.target())
                .isEqualTo(new RequestForUpdateJson.ReferenceJson(
                        phone.ticket("B2").id(), "2.0.0.0", "8.10.12349.825"));
        assertThat(made.source())
                .isEqualTo(new RequestForUpdateJson.ReferenceJson(
                        phone.ticket("B1").id(), "1.0.0.0", "8.10.12349.825"));
    }

    @Test
    @Shows({"RFU-15", "RFU-17"})
    void retailGoesFromBaselineToBaselineAndFromWhatIsOlderThanAll() throws Exception {
        assertThat(world.phone().asks("").statusCode()).isEqualTo(201);
        assertThat(world.phone().asks("sourceTicketId=LC").statusCode()).isEqualTo(201);
        assertThat(world.phone().asks("sourceTicketId=LE targetTicketId=B1").statusCode())
                .isEqualTo(201);
        assertThat(refusal(world.phone().asks("sourceTicketId=LX targetTicketId=B1")))
                .isEqualTo("422 SourceNotBaseline RFU-18");
    }

    @Test
    @Shows("RFU-29")
    void whatIsForWindowsPhone80NeedsNoSourceNorPhone() throws Exception {
        RequestForUpdateJson made =
                UpdateWorld.made(world.phone().asks("sourceTicketId= deviceName= operatorId= targetTicketId=O1"));
        assertThat(made.source()).isNull();
        assertThat(made.deviceName()).isNull();
        assertThat(refusal(world.phone().asks("sourceTicketId= deviceName= operatorId=")))
                .isEqualTo("409 ChainBroken RFU-06 RFU-07 RFU-08");
    }

    @Test
    @Shows("AKO-02")
    void windows10IsTriedOutAndHostedByThePartner() throws Exception {
        for (String type : new String[] {"Trial", "PartnerSelfHost"}) {
            String address = world.phone().made("system product=WindowsPhoneThreshold type=" + type);
            assertThat(world.read(address).stage()).isEqualTo("TrialPublished");
        }
    }

    @Test
    @Shows({"AKO-09", "STA-09"})
    void bothPayloadsAreReadInOneForm() throws Exception {
        Phone phone = world.phone();
        RequestForUpdateJson system = world.read(phone.made("system"));
        RequestForUpdateJson mixed = world.read(phone.made(""));

        assertThat(system.ticketId()).matches("TKT-RFU-TEST-[0-9A-Z]{6}-1").isNotEqualTo(mixed.ticketId());
        assertThat(system.payloadType()).isEqualTo("MicrosoftAKOnly");
        assertThat(system.target()).isEqualTo(new RequestForUpdateJson.ReferenceJson(null, null, "8.10.12359.845"));
        assertThat(system.source()).isEqualTo(new RequestForUpdateJson.ReferenceJson(null, null, "8.10.12349.825"));
        assertThat(system.status().state()).isEqualTo("CompletedSuccess");
        assertThat(mixed.status().state()).isEqualTo("InProcessOnTrack");
        assertThat(mixed.cpu()).isNull();
        assertThat(system.cpu()).isEqualTo("ARM");
    }
}
