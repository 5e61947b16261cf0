package io.oemingest.emulator;

import static io.oemingest.emulator.UpdateWorld.PATH;
import static io.oemingest.emulator.UpdateWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.emulator.UpdateWorld.Phone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An OEM never sees, decides about or builds upon what is another's. */
class UpdatesOfOthersTest {
    private UpdateWorld world;
    private Phone phone;
    private String address;
    private RequestForUpdateJson before;

    @BeforeEach
    void start() throws Exception {
        world = new UpdateWorld();
        phone = world.phone();
        address = phone.made("");
        before = world.read(address);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void everyWayToARequestIsClosedToAnotherOem() throws Exception {
        for (String spelling : new String[] {address, address.replace("TKT-RFU-", "TKT-SIGN-")}) {
            refused(world.fabrikam.get(spelling));
            refused(world.fabrikam.get(spelling, "Prefer", "wait=0"));
            refused(world.fabrikam.get(spelling + "/content"));
            refused(world.approve(world.fabrikam, "OEM", spelling));
            refused(world.approve(world.fabrikam, "MobileOperator", spelling));
            refused(world.fabrikam.post(spelling + "/retries", "{}"));
            refused(world.fabrikam.post(spelling + "/retries", "{\"giveUp\": true}"));
            refused(world.fabrikam.post(spelling + "/cancellation", ""));
        }
        assertThat(world.read(address)).isEqualTo(before);
    }

    @Test
    void noListHasIt() throws Exception {
        for (String query : new String[] {"", "?device=" + phone.device, "?operator=000-22", "?type=RetailServicing"}) {
            assertThat(HttpOem.text(world.fabrikam.get(PATH + query)))
                    .doesNotContain("TKT-")
                    .doesNotContain("nextCursor");
            assertThat(HttpOem.text(world.contoso.get(PATH + query))).contains(before.ticketId());
            assertThat(HttpOem.text(world.operator.get(PATH + query))).contains(before.ticketId());
        }
    }

    @Test
    void noHistoryOfThePhoneHasIt() throws Exception {
        String query = "/v1/phone-history?device=" + phone.device + "&operator=000-22";
        String named = query + "&tickets=" + phone.ticket("B1").id();

        assertThat(HttpOem.text(world.contoso.get(query)))
                .contains(before.ticketId(), phone.ticket("B1").id());
        for (HttpOem other : List.of(world.fabrikam, world.operator)) {
            assertThat(HttpOem.text(other.get(query)))
                    .contains("\"chain\":[]")
                    .doesNotContain(before.ticketId(), phone.ticket("B1").id());
            assertThat(HttpOem.text(other.get(named)))
                    .contains(
                            "{\"ticketId\":\"" + phone.ticket("B1").id()
                                    + "\",\"owned\":false,\"type\":\"Image\",\"signed\":false}",
                            "\"chain\":[]");
        }
    }

    @Test
    void noRequestIsBuiltUponIt() throws Exception {
        assertThat(refusal(world.fabrikam.post(PATH, phone.order("")))).startsWith("403 NotTicketOwner RFU-27 RFU-27");
        String own = phone.order("sourceTicketId=ZZ targetTicketId=ZZ replaces=" + before.ticketId());
        assertThat(refusal(world.fabrikam.post(PATH, own))).isEqualTo("422 VersionNotIncreasing RFU-16 CAN-04");
        assertThat(HttpOem.text(world.fabrikam.post(PATH, own)))
                .doesNotContain(phone.ticket("B1").id());
    }

    @Test
    void anOperatorSeesWhatNamesItAndDecidesForItselfAlone() throws Exception {
        String unnamed = PATH + "/"
                + UpdateWorld.made(phone.asks("sourceTicketId=O1 targetTicketId=O2 type=Trial operatorId="))
                        .ticketId();
        refused(world.operator.get(unnamed));
        refused(world.operator.get(unnamed + "/content"));
        refused(world.operator.post(address + "/retries", "{}"));
        assertThat(refusal(world.approve(world.operator, "OEM", address))).isEqualTo("403 PermissionDenied");
        assertThat(refusal(world.approve(world.contoso, "MobileOperator", address)))
                .isEqualTo("403 PermissionDenied");
        assertThat(world.read(address)).isEqualTo(before);
    }

    private static void refused(HttpResponse<byte[]> answer) throws IOException {
        assertThat(refusal(answer)).isEqualTo("403 NotTicketOwner");
        assertThat(HttpOem.text(answer)).doesNotContain("Contoso").doesNotContain("Preview");
    }
}
