package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.BookedImage;
import io.oemingest.emulator.engine.SubmissionState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneHistoryResourceTest {
    private static final String GERMANY = "/v1/phone-history?device=d100&operator=000-de";
    private static final String FACTS = "\"facts\":{\"product\":\"WindowsPhoneBlue\",\"pairing\":{\"manufacturer\":"
            + "\"Contoso\",\"modelName\":\"D100\",\"operatorName\":\"000-DE\"},\"version\":\"%s\","
            + "\"packages\":[\"Contoso.A\"],\"status\":\"%s\"}}";

    @TempDir
    Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        service = new RunningService(folder);
        enter(RunningService.CONTOSO, "AAAAA1", "1.0.0.0", WspcStatus.LEGACY_COMPLIANT);
        enter(RunningService.CONTOSO, "AAAAA2", "2.0.0.0", WspcStatus.BASELINE);
        enter(RunningService.FABRIKAM, "BBBBB1", "3.0.0.0", WspcStatus.BASELINE);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tellsTheOwnImagesAndRequestsOfThePhone() throws Exception {
        UpdateOrder order = UpdateOrder.of(ticket("AAAAA2"), ticket("AAAAA1"), UpdateType.RETAIL_SERVICING)
                .forPhone("D100", "000-DE");
        service.engine.requestsForUpdate().create(RunningService.CONTOSO, order);

        assertThat(ServiceResourceTest.text(service.get(GERMANY)))
                .isEqualTo("{\"deviceName\":\"d100\",\"operatorId\":\"000-de\",\"images\":["
                        + "{\"ticketId\":\"TKT-SIGN-TEST-AAAAA1\",\"owned\":true,\"type\":\"Image\",\"signed\":true,"
                        + FACTS.formatted("1.0.0.0", "LegacyCompliant")
                        + ",{\"ticketId\":\"TKT-SIGN-TEST-AAAAA2\",\"owned\":true,\"type\":\"Image\",\"signed\":true,"
                        + FACTS.formatted("2.0.0.0", "Baseline")
                        + "],\"chain\":[{\"ticketId\":\"TKT-RFU-TEST-AAAAA2-1\",\"type\":\"RetailServicing\","
                        + "\"sourceTicketId\":\"TKT-SIGN-TEST-AAAAA1\",\"targetTicketId\":\"TKT-SIGN-TEST-AAAAA2\","
                        + "\"stage\":\"Accepted\"}]}");
    }

    @Test
    void tellsWhatOtherTicketsAre() throws Exception {
        service.submission("AAAAA3", SubmissionState.RECEIVED);

        String tickets = "TKT-SIGN-TEST-AAAAA3,TKT-SIGN-TEST-BBBBB1,,NoTicket,TKT-SIGN-TEST-AAAAA3";
        assertThat(ServiceResourceTest.text(service.get(GERMANY.replace("d100", "other") + "&tickets=" + tickets)))
                .isEqualTo("{\"deviceName\":\"other\",\"operatorId\":\"000-de\",\"images\":["
                        + "{\"ticketId\":\"TKT-SIGN-TEST-AAAAA3\",\"owned\":true,\"type\":\"PartialImage\","
                        + "\"signed\":false},{\"ticketId\":\"TKT-SIGN-TEST-BBBBB1\",\"owned\":false,"
                        + "\"type\":\"Image\",\"signed\":false}],\"chain\":[]}");
    }

    @Test
    void answersNotModifiedUntilSomethingHappens() throws Exception {
        String tag = service.get(GERMANY).headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(GERMANY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        enter(RunningService.CONTOSO, "AAAAA4", "4.0.0.0", WspcStatus.COMPLIANT);
        assertThat(service.get(GERMANY, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/phone-history?operator=O, The query lacks 'device'.",
        "/v1/phone-history?device=D&operator=%20, The query lacks 'operator'.",
        "/v1/phone-history?device=D&operator=O&product=P, There is no filter 'product'.",
    })
    void refusesAQueryThatCannotBeAnswered(String path, String detail) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ServiceResourceTest.problem(answer).reason()).isEqualTo("InvalidRequest");
        assertThat(ServiceResourceTest.problem(answer).detail()).isEqualTo(detail);
    }

    private void enter(Account owner, String code, String version, WspcStatus status) {
        Baseline image = new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100", "000-DE"),
                FirmwareVersion.parse(version),
                ticket(code),
                PackageNames.of(List.of("Contoso.A")));
        service.engine.enterImage(new BookedImage(owner.clientId(), image, status));
    }

    private static SubmissionTicket ticket(String code) {
        return new SubmissionTicket("TKT-SIGN-TEST-" + code);
    }
}
