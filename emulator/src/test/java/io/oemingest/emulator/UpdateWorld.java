package io.oemingest.emulator;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.testing.PastImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real emulator on the loopback with two OEMs and an operator, and phones with images of every kind. */
final class UpdateWorld implements AutoCloseable {
    static final String PATH = "v1/requests-for-update";
    static final String OPERATOR = "000-22";

    final IngestionEmulator emulator;
    final HttpOem contoso;
    final HttpOem fabrikam;
    final HttpOem operator;
    private int phones;

    UpdateWorld() throws IOException {
        emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .account("Contoso", "contoso")
                .account("Fabrikam", "fabrikam")
                .account(EmulatedAccount.ofMobileOperator(OPERATOR, "operator"))
                .start();
        contoso = new HttpOem(emulator.uri(), "contoso");
        fabrikam = new HttpOem(emulator.uri(), "fabrikam");
        operator = new HttpOem(emulator.uri(), "operator");
    }

    /** A phone for which nobody has asked for anything yet. */
    Phone phone() {
        phones++;
        return new Phone("P%04d".formatted(phones));
    }

    /** A phone of one operator, with images by names of two letters. */
    final class Phone {
        final String device;

        private Phone(String device) {
            this.device = device;
            for (int i = 1; i <= 4; i++) {
                enter("B" + i, baseline(i + ".0.0.0"), WspcStatus.BASELINE);
            }
            enter("CO", image("2.5.0.0"), WspcStatus.COMPLIANT);
            enter("NC", image("1.2.0.0"), WspcStatus.NON_COMPLIANT);
            enter("LC", image("1.1.0.0"), WspcStatus.LEGACY_COMPLIANT);
            enter("LE", image("0.3.0.0"), WspcStatus.LEGACY_NON_COMPLIANT);
            enter("LM", image("1.5.0.0"), WspcStatus.LEGACY_NON_COMPLIANT);
            enter("LX", image("0.2.0.0").with("X", "1.0.0.0", "x"), WspcStatus.LEGACY_NON_COMPLIANT);
            enter("MI", PastImage.of(device, OPERATOR, "2.1.0.0"), WspcStatus.BASELINE);
            enter("FX", baseline("2.2.0.0").feature("OTHER_FEATURE"), WspcStatus.BASELINE);
            enter("IG", image("2.3.0.0", "1.0.0.0", "other"), WspcStatus.BASELINE);
            enter("SV", image("2.4.0.0", "1.0.0.0", "1.0.0.0").customizations("1.0.0.0"), WspcStatus.BASELINE);
            enter("O1", baseline("0.5.0.0").system("8.0.10211.204"), WspcStatus.BASELINE);
            enter("O2", baseline("0.6.0.0").system("8.0.10328.78"), WspcStatus.BASELINE);
            emulator.addImage("Fabrikam", ticket("ZZ"), baseline("2.0.0.0").contents(), WspcStatus.BASELINE);
        }

        SubmissionTicket ticket(String image) {
            return new SubmissionTicket("TKT-SIGN-TEST-" + image + device.substring(1));
        }

        /** The body of an order: from B1 to B2 for everybody, or of an operating system for a trial, but for these members. */
        String order(String members) {
            boolean system = members.startsWith("system");
            Map<String, String> body = new TreeMap<>(
                    system
                            ? Map.of(
                                    "payloadType", "MicrosoftAKOnly",
                                    "type", "Trial",
                                    "cpu", "ARM",
                                    "product", "WindowsPhoneBlue",
                                    "sourceOsVersion", "8.10.12349.825",
                                    "targetOsVersion", "8.10.12359.845")
                            : Map.of(
                                    "payloadType", "MicrosoftOemMixed",
                                    "type", "RetailServicing",
                                    "sourceTicketId", "B1",
                                    "targetTicketId", "B2"));
            body.put("deviceName", device);
            body.put("operatorId", OPERATOR);
            Stream.of(members.replaceFirst("^system", "").strip().split("\\s+"))
                    .filter(each -> !each.isEmpty())
                    .map(each -> each.split("=", 2))
                    .forEach(each -> body.put(each[0], each[1]));
            body.replaceAll((name, value) -> name.endsWith("TicketId") && value.length() == 2
                    ? ticket(value).id()
                    : value);
            return body.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty())
                    .map(each -> "\"" + each.getKey() + "\": \"" + each.getValue() + "\"")
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        HttpResponse<byte[]> asks(String members) throws IOException, InterruptedException {
            return contoso.post(PATH, order(members));
        }

        /** The address of a request that was made, and generated. */
        String made(String members) throws IOException, InterruptedException {
            String ticket = UpdateWorld.made(asks(members)).ticketId();
            emulator.runPendingWork();
            return PATH + "/" + ticket;
        }

        private PastImage image(String version) {
            return image(version, version, version);
        }

        private PastImage baseline(String version) {
            return image(version);
        }

        private PastImage image(String version, String packed, String content) {
            return PastImage.of(device, OPERATOR, version).with("A", packed, content);
        }

        private void enter(String name, PastImage image, WspcStatus status) {
            emulator.addImage("Contoso", ticket(name), image.contents(), status);
        }
    }

    RequestForUpdateJson read(String address) throws IOException, InterruptedException {
        return shown(contoso.get(address));
    }

    HttpResponse<byte[]> approve(HttpOem party, String name, String address) throws IOException, InterruptedException {
        return party.post(address + "/approvals", "{\"party\": \"" + name + "\"}");
    }

    /** Both approve, and the service goes on. */
    void ship(String address) throws IOException, InterruptedException {
        shown(approve(contoso, "OEM", address));
        shown(approve(operator, "MobileOperator", address));
        emulator.runPendingWork();
    }

    static RequestForUpdateJson made(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 201) {
            throw new AssertionError("Not made: " + answer.statusCode() + " " + HttpOem.text(answer));
        }
        return Json.read(RequestForUpdateJson.class, HttpOem.text(answer), "request");
    }

    static RequestForUpdateJson shown(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new AssertionError("Refused: " + answer.statusCode() + " " + HttpOem.text(answer));
        }
        return Json.read(RequestForUpdateJson.class, HttpOem.text(answer), "request");
    }

    /** {@code 409 ChainBroken RFU-20 RFU-21}: status, reason, and the rules, of the findings that block or named in the sentence. */
    static String refusal(HttpResponse<byte[]> answer) throws IOException {
        ProblemJson problem = Json.read(ProblemJson.class, HttpOem.text(answer), "problem");
        String rules = rules(problem.findings());
        if (rules.isEmpty() && String.valueOf(problem.detail()).matches(".*\\(rules? [A-Z0-9, -]+\\).*")) {
            rules = " "
                    + problem.detail()
                            .replaceFirst(".*\\(rules? ([A-Z0-9, -]+)\\).*", "$1")
                            .replace(",", "");
        }
        return answer.statusCode() + " " + problem.reason() + rules;
    }

    static String rules(List<FindingJson> findings) {
        return findings == null
                ? ""
                : findings.stream().map(each -> " " + each.rule()).collect(Collectors.joining());
    }

    @Override
    public void close() {
        emulator.close();
    }
}
