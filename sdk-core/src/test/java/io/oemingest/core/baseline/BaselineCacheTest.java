package io.oemingest.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineCacheTest {
    private static final BaselineQuery GERMANY = query("D100", "000-DE");
    private static final BaselineQuery FRANCE = query("D100", "000-FR");

    @TempDir
    private Path folder;

    private BaselineCache cache;

    @BeforeEach
    void openTheCache() throws IOException {
        cache = BaselineCache.open(folder.resolve("a/b"));
    }

    @Test
    void givesBackTheListThatWasStoredLastWhateverTheVersionAskedFor() throws IOException {
        cache.store(GERMANY, List.of(baseline(GERMANY, "1.0.0.0", "A")));
        cache.store(FRANCE, List.of());
        List<Baseline> last = List.of(baseline(GERMANY, "1.0.0.0", "A"), baseline(GERMANY, "2.0.0.0", "A", "b"));
        cache.store(GERMANY, last);
        BaselineQuery other = new BaselineQuery(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("CONTOSO", "d100", "000-de"),
                FirmwareVersion.parse("9.0.0.0"));
        assertThat(BaselineCache.open(folder.resolve("a/b")).answer(other, CacheReason.UNREACHABLE, "no route"))
                .isEqualTo(new Cached(last, CacheReason.UNREACHABLE, "no route"));
        assertThat(cache.baselines(FRANCE))
                .isEqualTo(new Cached(List.of(), CacheReason.NOT_GIVEN, "no service was asked"));
        assertThat(files()).hasSize(2).allMatch(each -> each.toString().endsWith(".json"));
    }

    @Test
    void hasNoListThatWasNeverStored() {
        assertThat(cache.baselines(GERMANY)).isEqualTo(new Missing(false, "no service was asked"));
        assertThat(cache.answer(GERMANY, CacheReason.UNREACHABLE, "no route")).isEqualTo(new Missing(true, "no route"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "not JSON",
                "[]",
                "{}",
                "{\"items\":[{}]}",
                "{\"items\":[null]}",
                "{\"items\":[{\"ticketId\":\"T\",\"product\":\"Toaster\"}]}",
                "\u0000\u0000"
            })
    void aDamagedFileIsNoListAndSaysWhy(String damaged) throws IOException {
        cache.store(GERMANY, List.of(baseline(GERMANY, "1.0.0.0", "A")));
        Path file = files().get(0);
        Files.writeString(file, damaged);
        assertThat(cache.answer(GERMANY, CacheReason.UNREACHABLE, "no route"))
                .isInstanceOfSatisfying(Missing.class, missing -> {
                    assertThat(missing.connection()).isTrue();
                    assertThat(missing.cause())
                            .startsWith("no route; and the list kept from before cannot be used: " + file);
                });
        cache.store(GERMANY, List.of());
        assertThat(cache.baselines(GERMANY)).isInstanceOf(Cached.class);
    }

    @Test
    void noDamageOfOneByteIsAnExceptionOrChangesWhatTheListIsOf() throws IOException {
        cache.store(GERMANY, List.of(baseline(GERMANY, "1.0.0.0", "A")));
        Path file = files().get(0);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= 0x15;
            Files.write(file, damaged);
            BaselineAnswer answer = cache.baselines(GERMANY);
            if (answer instanceof Cached cached) {
                assertThat(cached.baselines())
                        .allMatch(each ->
                                each.pairing().folded().equals(GERMANY.pairing().folded()));
            } else {
                assertThat(answer).isInstanceOf(Missing.class);
            }
        }
    }

    @Test
    void theListOfAnotherPhoneIsNotTakenForThisOnes() throws IOException {
        cache.store(GERMANY, List.of(baseline(GERMANY, "1.0.0.0", "A")));
        Path german = files().get(0);
        byte[] text = Files.readAllBytes(german);
        Files.delete(german);
        cache.store(FRANCE, List.of());
        Files.write(files().get(0), text);
        assertThat(cache.baselines(FRANCE))
                .isEqualTo(new Missing(
                        false,
                        "no service was asked; and the list kept from before cannot be used: " + files().get(0)
                                + ": holds baselines of Contoso/D100/000-DE"));
    }

    @Test
    void aFolderThatCannotBeHadIsToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> BaselineCache.open(file.resolve("cache"))).isInstanceOf(IOException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("a/b"))) {
            return all.sorted().toList();
        }
    }

    private static BaselineQuery query(String model, String operator) {
        return new BaselineQuery(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", model, operator),
                FirmwareVersion.parse("3.0.0.0"));
    }

    private static Baseline baseline(BaselineQuery query, String version, String... packages) {
        return new Baseline(
                query.product(),
                query.pairing(),
                FirmwareVersion.parse(version),
                new SubmissionTicket("TKT-SIGN-TEST-AAAAA1"),
                PackageNames.of(List.of(packages)));
    }
}
