package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.testing.PastImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the documents, from the first baseline to live and a trial of an operating system to its end, as a dialogue. */
class GoldenUpdatesTest {
    private static final String DRAWN = "(drawn)";
    private static final Pattern LINE = Pattern.compile("(OEM|Operator|Service)> (?:(GET|POST) (\\S+) ?)?(.*)");

    /** The code of a ticket that the service drew by chance; the dialogue has a word for it. */
    private String drawn = DRAWN;

    @Test
    void theDialogueIsThatOfTheDocuments() throws Exception {
        String golden = golden();
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .time(() -> Instant.parse("2026-11-22T06:16:00Z"))
                .account("Contoso", "contoso")
                .account(EmulatedAccount.ofMobileOperator("000-22", "operator"))
                .start()) {
            enter(emulator, "AB03ST", "8.10.12349.825", "1.0.0.0");
            enter(emulator, "ABCD56", "8.10.12359.845", "2.0.0.0");
            StringBuilder told = new StringBuilder();
            for (String line :
                    golden.lines().filter(each -> !each.startsWith("  ")).toList()) {
                told.append(line).append('\n').append(answer(emulator, line));
            }
            assertThat(told).hasToString(golden);
        }
    }

    private String answer(IngestionEmulator emulator, String line) throws Exception {
        Matcher said = LINE.matcher(line);
        assertThat(said.matches()).as(line).isTrue();
        if (said.group(1).equals("Service")) {
            emulator.runPendingWork();
            return "";
        }
        HttpOem party = new HttpOem(emulator.uri(), said.group(1).equals("OEM") ? "contoso" : "operator");
        String path = "v1/requests-for-update"
                + said.group(3).replaceFirst("^[.]$", "").replace(DRAWN, drawn);
        return told(said.group(2).equals("GET") ? party.get(path) : party.post(path, said.group(4)));
    }

    private String told(HttpResponse<byte[]> answer) throws IOException {
        String head = "  " + answer.statusCode();
        if (answer.statusCode() >= 400) {
            ProblemJson problem = Json.read(ProblemJson.class, HttpOem.text(answer), "problem");
            return head + " " + problem.reason() + ": " + hidden(problem.detail()) + "\n";
        }
        if (answer.body().length == 0) {
            return head + "\n";
        }
        RequestForUpdateJson request = Json.read(RequestForUpdateJson.class, HttpOem.text(answer), "request");
        if (request.payloadType().equals("MicrosoftAKOnly")) {
            drawn = request.ticketId().replaceFirst("^TKT-RFU-TEST-([0-9A-Z]{6})-1$", "$1");
        }
        return head + " " + hidden(request.ticketId()) + " " + request.payloadType() + " " + request.type() + " "
                + request.deviceName() + " " + request.operatorId() + " " + request.stage() + " "
                + request.status().state() + " approved " + request.isApproved() + "\n    "
                + told(Objects.requireNonNull(request.source())) + " -> "
                + told(Objects.requireNonNull(request.target())) + "\n";
    }

    private String hidden(String text) {
        return text.replace(drawn, DRAWN);
    }

    private static String told(RequestForUpdateJson.ReferenceJson end) {
        return end.ticketId() + " " + end.firmwareVersion() + " " + end.osVersion();
    }

    private static void enter(IngestionEmulator emulator, String code, String system, String firmware) {
        PastImage image =
                PastImage.of("P4301", "000-22", firmware).system(system).with("A", firmware, firmware);
        emulator.addImage(
                "Contoso", new SubmissionTicket("TKT-SIGN-TEST-" + code), image.contents(), WspcStatus.BASELINE);
    }

    private static String golden() throws IOException {
        try (InputStream text = GoldenUpdatesTest.class.getResourceAsStream("golden-updates.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
