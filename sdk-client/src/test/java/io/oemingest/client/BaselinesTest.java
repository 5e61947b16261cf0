package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.baseline.BaselineCache;
import io.oemingest.core.baseline.BaselineQuery;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the client takes the baselines from, with a real service, without one, and with one that has nothing to give. */
class BaselinesTest {
    private static final PhoneOperatorPairing GERMANY = new PhoneOperatorPairing("Contoso & Co", "D100", "000-DE");
    private static final Baseline V1 = baseline("AAAAA1", "1.0.0.0");
    private static final Baseline V3 = baseline("AAAAA3", "3.0.0.0");
    private static final Baseline V5 = baseline("AAAAA5", "5.0.0.0");
    private static final BaselineQuery V4 = query("4.0.0.0");

    @TempDir
    private Path folder;

    private EmulatedService service;
    private IngestionClient client;
    private BaselineCache cache;

    @BeforeEach
    void start() throws IOException {
        service = new EmulatedService(folder);
        client = service.client().build();
        cache = BaselineCache.open(folder.resolve("cache"));
        for (Baseline each : List.of(V5, V1, V3)) {
            service.emulator.addImage("Contoso", each, WspcStatus.BASELINE);
        }
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void tellsTheNeighboursOfTheVersionAsTheServiceHasThem() {
        assertThat(ask(V4)).isEqualTo(new Current(List.of(V3, V5)));
        assertThat(ask(query("5.0.0.0"))).isEqualTo(new Current(List.of(V3, V5)));
        assertThat(ask(query("0.0.0.1"))).isEqualTo(new Current(List.of(V1)));
    }

    @Test
    void usesTheListKeptFromBeforeWhenTheServiceCannotBeReached() {
        ask(V4);
        service.emulator.close();
        assertThat(ask(V4)).isInstanceOfSatisfying(Cached.class, cached -> {
            assertThat(cached.baselines()).containsExactly(V3, V5);
            assertThat(cached.reason()).isEqualTo(CacheReason.UNREACHABLE);
            assertThat(cached.cause()).contains("No connection for GET").contains("/v1/baselines");
        });
    }

    @Test
    void hasNoListWithoutServiceAndCache() {
        service.emulator.close();
        assertThat(ask(V4))
                .isInstanceOfSatisfying(
                        Missing.class,
                        missing -> assertThat(missing.connection()).isTrue());
        assertThat(client.baselines().baselines(V4)).isEqualTo(ask(V4));
    }

    @Test
    void usesTheListKeptFromBeforeWhenTheServiceKnowsOfNone() {
        ask(V4);
        try (IngestionClient other = service.client().token("token-of-fabrikam").build()) {
            Cached kept = new Cached(List.of(V3, V5), CacheReason.NO_RESULTS, "its answer was an empty list");
            assertThat(other.baselines(cache).baselines(V4)).isEqualTo(kept);
            assertThat(other.baselines(cache).baselines(V4))
                    .as("the list is still there")
                    .isEqualTo(kept);
            assertThat(other.baselines().baselines(V4)).isEqualTo(new Current(List.of()));
        }
    }

    @Test
    void usesTheListKeptFromBeforeWhenTheServiceRefuses() {
        ask(V4);
        try (IngestionClient stranger = service.client().token("nobody").build()) {
            assertThat(stranger.baselines(cache).baselines(V4)).isInstanceOfSatisfying(Cached.class, cached -> {
                assertThat(cached.reason()).isEqualTo(CacheReason.NOT_GIVEN);
                assertThat(cached.cause()).contains("No account has this token").doesNotEndWith(".");
            });
            assertThat(stranger.baselines().baselines(V4))
                    .isInstanceOfSatisfying(
                            Missing.class,
                            missing -> assertThat(missing.connection()).isFalse());
        }
    }

    @Test
    void aDamagedCacheIsNoListAndIsMendedByTheNextAnswer() throws IOException {
        ask(V4);
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"items\":[");
        }
        try (IngestionClient stranger = service.client().token("nobody").build()) {
            assertThat(stranger.baselines(cache).baselines(V4))
                    .isInstanceOfSatisfying(
                            Missing.class,
                            missing -> assertThat(missing.cause())
                                    .contains("No account has this token")
                                    .contains("and the list kept from before cannot be used: "));
        }
        assertThat(ask(V4)).isEqualTo(new Current(List.of(V3, V5)));
        assertThat(cache.baselines(V4)).isInstanceOf(Cached.class);
    }

    @Test
    void aCacheThatCannotBeWrittenTakesNothingFromTheAnswer() throws IOException {
        Files.delete(folder.resolve("cache"));
        assertThat(ask(V4)).isEqualTo(new Current(List.of(V3, V5)));
    }

    @Test
    void anInterruptEndsTheCall() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask(V4)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private BaselineAnswer ask(BaselineQuery query) {
        return client.baselines(cache).baselines(query);
    }

    private static BaselineQuery query(String version) {
        return new BaselineQuery(ProductType.WINDOWS_PHONE_BLUE, GERMANY, FirmwareVersion.parse(version));
    }

    private static Baseline baseline(String code, String version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                GERMANY,
                FirmwareVersion.parse(version),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(List.of("Contoso.BASE.Phone.MainOS", "Contoso.BASE.Phone.EFIESP")));
    }
}
