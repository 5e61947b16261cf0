package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateContent.Change;
import io.oemingest.core.update.UpdateContent.PackageChange;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.fixture.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an update brings, as the service tells it of two images that it has read. */
class UpdateContentTest {
    private static final SubmissionTicket BEFORE = new SubmissionTicket("TKT-SIGN-TEST-IMAGE1");
    private static final SubmissionTicket NOW = new SubmissionTicket("TKT-SIGN-TEST-IMAGE2");

    @TempDir
    private Path folder;

    private SubmissionContents before;
    private SubmissionContents now;
    private IngestionEmulator emulator;
    private IngestionClient client;

    @BeforeEach
    void open() throws IOException {
        Fixture update = Fixture.sound().stream()
                .filter(each -> each.name().equals("update"))
                .findFirst()
                .orElseThrow();
        var files = update.writeTo(folder);
        before = Objects.requireNonNull(files.previous());
        now = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(files.submission())
                .contents();
        var account = update.account("secret");
        emulator = IngestionEmulator.builder()
                .quickKeys()
                .workByHand()
                .account(account)
                .start();
        emulator.addImage(account.oemId(), BEFORE, before, WspcStatus.BASELINE);
        emulator.addImage(account.oemId(), NOW, now, WspcStatus.BASELINE);
        client = IngestionClient.builder()
                .service(emulator.uri())
                .token("secret")
                .build();
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Test
    void isToldPackageByPackage() {
        PhoneOperatorPairing phone = ImageVariant.of(now).get(0).pairing();
        RequestForUpdateTicket ticket = client.requestsForUpdate()
                .create(UpdateOrder.of(NOW, BEFORE, UpdateType.RETAIL_SERVICING)
                        .forPhone(phone.modelName(), phone.operatorName()))
                .ticket();

        UpdateContent content = client.requestsForUpdate().content(ticket);
        assertThat(content).isEqualTo(UpdateContent.between(before, now));
        assertThat(content.packages()).extracting(PackageChange::change).contains(Change.UPDATED);
        assertThat(content.canBeMade()).isTrue();
    }

    @Test
    void isNotKnownOfAnOperatingSystemAlone() {
        RequestForUpdateTicket ticket = client.requestsForUpdate()
                .create(UpdateOrder.of(
                                MicrosoftAkOnly.parse("ARM", "WindowsPhoneThreshold", "10.0.1.1", "10.0.2.1"),
                                UpdateType.TRIAL)
                        .forPhone("RM-1045", "000-DE"))
                .ticket();

        ServiceException refused = catchThrowableOfType(
                ServiceException.class, () -> client.requestsForUpdate().content(ticket));
        assertThat(refused.reason()).isEqualTo(ReasonCode.INVALID_STATE);
    }
}
