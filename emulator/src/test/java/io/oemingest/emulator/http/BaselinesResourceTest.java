package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.BaselineListJson;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.BookedImage;
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

class BaselinesResourceTest {
    private static final String GERMANY =
            "/v1/baselines?product=WindowsPhoneBlue&manufacturer=CONTOSO&model=d100&operator=000-de";
    private static final Baseline V1 = baseline("AAAAA1", "1.0.0.0");
    private static final Baseline V3 = baseline("AAAAA3", "3.0.0.0");
    private static final Baseline V5 = baseline("AAAAA5", "5.0.0.0");
    private static final Baseline V7 = baseline("AAAAA7", "7.0.0.0");

    @TempDir
    Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        service = new RunningService(folder);
        enter(RunningService.CONTOSO, V5, WspcStatus.BASELINE);
        enter(RunningService.CONTOSO, V1, WspcStatus.LEGACY_COMPLIANT);
        enter(RunningService.CONTOSO, V7, WspcStatus.BASELINE);
        enter(RunningService.CONTOSO, V3, WspcStatus.BASELINE);
        enter(RunningService.CONTOSO, baseline("AAAAA2", "2.0.0.0"), WspcStatus.LEGACY_NON_COMPLIANT);
        enter(RunningService.CONTOSO, baseline("AAAAA4", "4.0.0.1"), WspcStatus.COMPLIANT);
        enter(RunningService.CONTOSO, baseline("AAAAA6", "4.0.0.2"), WspcStatus.NON_COMPLIANT);
        enter(RunningService.FABRIKAM, baseline("BBBBB1", "4.0.0.3"), WspcStatus.BASELINE);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void listsEveryBaselineOfThePhoneTheLowestVersionFirst() throws Exception {
        assertThat(listed(GERMANY)).containsExactly(V1, V3, V5, V7);
    }

    @Test
    void listsTheNeighboursOfAVersion() throws Exception {
        assertThat(listed(GERMANY + "&version=4.0.0.0")).containsExactly(V3, V5);
        assertThat(listed(GERMANY + "&version=00003.0.0.0")).containsExactly(V1, V3, V5);
        assertThat(listed(GERMANY + "&version=0.0.0.1")).containsExactly(V1);
        assertThat(listed(GERMANY + "&version=9.0.0.0")).containsExactly(V7);
    }

    @Test
    void listsNothingOfOtherPhonesAndProducts() throws Exception {
        assertThat(listed(GERMANY.replace("000-de", "000-fr"))).isEmpty();
        assertThat(listed(GERMANY.replace("Blue", "Threshold"))).isEmpty();
    }

    @Test
    void answersNotModifiedUntilThereIsAnotherBaseline() throws Exception {
        String tag = service.get(GERMANY).headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(GERMANY, "If-None-Match", tag).statusCode()).isEqualTo(304);
        enter(RunningService.CONTOSO, baseline("AAAAA9", "9.0.0.0"), WspcStatus.BASELINE);
        assertThat(service.get(GERMANY, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/baselines, The query lacks 'manufacturer'.",
        "/v1/baselines?manufacturer=C&model=D&operator=O, The query lacks 'product'.",
        "/v1/baselines?product=Toaster&manufacturer=C&model=D&operator=O, There is no product 'Toaster'.",
        "/v1/baselines?product=WindowsPhoneBlue&manufacturer=%20&model=D&operator=O, The query lacks 'manufacturer'.",
        "/v1/baselines?product=WindowsPhoneBlue&manufacturer=C&model=D&operator=O&colour=blue,"
                + " There is no filter 'colour'.",
        "/v1/baselines?product=WindowsPhoneBlue&manufacturer=C&model=D&operator=O&version=1.2.3,"
                + " The version '1.2.3' is not four numbers from 0 to 65535.",
    })
    void refusesAQueryThatCannotBeAnswered(String path, String detail) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ServiceResourceTest.problem(answer).reason()).isEqualTo("InvalidRequest");
        assertThat(ServiceResourceTest.problem(answer).detail()).isEqualTo(detail);
    }

    private List<Baseline> listed(String path) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(BaselineListJson.class, ServiceResourceTest.text(answer), "list")
                .toModel("list");
    }

    private void enter(Account owner, Baseline image, WspcStatus status) {
        service.engine.enterImage(new BookedImage(owner.clientId(), image, status));
    }

    private static Baseline baseline(String code, String version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100", "000-DE"),
                FirmwareVersion.parse(version),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(List.of("Contoso.BASE.Phone.MainOS")));
    }
}
