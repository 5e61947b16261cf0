package io.oemingest.core.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionTicket;
import org.junit.jupiter.api.Test;

class WireRecordsTest {
    private static AccountJson account(String ekus) throws MalformedFileException {
        return Json.read(AccountJson.class, "{\"ekuCombinations\":" + ekus + "}", "account");
    }

    @Test
    void turnsCombinationsIntoValues() throws Exception {
        assertThat(account("[[\"1.2.4\",\"1.2.3\"],[\"1.2.3\",\"1.2.4\"],[]]").ekusToModel("account"))
                .containsExactly(EkuCombination.of("1.2.3", "1.2.4"), EkuCombination.NONE);
        assertThat(account("null").ekusToModel("account")).isEmpty();
    }

    @Test
    void namesTheCombinationThatIsNone() {
        assertThatThrownBy(() -> account("[[],[],[\"x\"]]").ekusToModel("account"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("account ($.ekuCombinations[2]): Not an object identifier: 'x'");
    }

    @Test
    void turnsATicketIntoAValueAndMissesOneThatIsAbsent() throws Exception {
        SubmissionJson present =
                Json.read(SubmissionJson.class, "{\"ticketId\":\"TKT-SIGN-TEST-AB12CD\"}", "submission");
        SubmissionJson absent = Json.read(SubmissionJson.class, "{}", "submission");
        SubmissionJson blank = Json.read(SubmissionJson.class, "{\"ticketId\":\" \"}", "submission");

        assertThat(present.ticketToModel("submission")).isEqualTo(new SubmissionTicket("TKT-SIGN-TEST-AB12CD"));
        assertThatThrownBy(() -> absent.ticketToModel("submission")).hasMessage("submission ($.ticketId): is missing");
        assertThatThrownBy(() -> blank.ticketToModel("submission"))
                .hasMessage("submission ($.ticketId): A ticket id must not be blank (rule GET-01)");
    }

    @Test
    void carriesEveryPartOfALocation() throws Exception {
        Location place = new Location("man.dsm.xml", "Package", 3L, 4, 5);

        assertThat(LocationJson.of(place).toModel("report", "$.location")).isEqualTo(place);
        assertThatThrownBy(() -> new LocationJson(null, "Package", null, null, null).toModel("report", "$.location"))
                .hasMessage("report ($.location.file): is missing");
    }
}
