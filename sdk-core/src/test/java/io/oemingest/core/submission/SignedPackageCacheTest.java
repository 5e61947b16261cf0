package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is found again, and nothing that somebody else put there. */
class SignedPackageCacheTest {
    private static final String EFIESP = "packages/Contoso.BASE.Phone.EFIESP.spkg";
    private static final String MAIN_OS = "packages/Contoso.BASE.Phone.MainOS.spkg";

    @TempDir
    private Path folder;

    private SignedSubmission signed;
    private Path archive;

    @BeforeEach
    void submitAndSign() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("MainOS").build(), 1000);
        input.add(SubmissionFolder.contoso("EFIESP").partition("EFIESP").build(), 10);
        Path file = SubmissionArchives.write(input.contextFree(), folder.resolve("submission.zip"));
        try (SubmissionArchive submitted =
                SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            signed = SignedSubmission.of(submitted, folder.resolve("signed"));
        }
        archive = signed.write("signed.zip");
    }

    @Test
    void findsEveryPackageOfAnArchiveByWhatWasSubmitted() throws Exception {
        add(cache());
        for (String path : List.of(EFIESP, MAIN_OS)) {
            Path found = cache().find(signed.row(path).input(), TestIdentities.OEM);
            assertThat(found).hasSameBinaryContentAs(signed.file(path));
        }
    }

    @Test
    void findsNothingForOtherUsagesOtherInputsAndOutputs() throws Exception {
        add(cache());
        SignedFile row = signed.row(EFIESP);
        assertThat(cache().find(row.input(), TestIdentities.HAL)).isNull();
        assertThat(cache().find(row.file().sha256(), TestIdentities.OEM)).isNull();
        assertThat(cache().find(Digest.sha256(new byte[1]), TestIdentities.OEM)).isNull();
    }

    @Test
    void believesOnlyTheSignersOfItsPolicy() throws Exception {
        add(cache());
        assertThat(cache(TestIdentities.otherPolicy()).find(signed.row(EFIESP).input(), TestIdentities.OEM))
                .isNull();
    }

    @Test
    void doesNotBelieveAPackageThatWasChangedOrPutInThePlaceOfAnother() throws Exception {
        add(cache());
        Path efiesp = only(packages(signed.row(EFIESP).input()));
        Path mainOs = only(packages(signed.row(MAIN_OS).input()));
        Files.copy(mainOs, efiesp.resolveSibling(mainOs.getFileName()));
        try (RandomAccessFile file = new RandomAccessFile(efiesp.toFile(), "rw")) {
            file.seek(100);
            int present = file.read();
            file.seek(100);
            file.write(present ^ 1);
        }
        assertThat(cache().find(signed.row(EFIESP).input(), TestIdentities.OEM)).isNull();
        assertThat(cache().find(signed.row(MAIN_OS).input(), TestIdentities.OEM))
                .isNotNull();
    }

    @Test
    void doesNotBelieveAStatementThatWasChangedOrIsGone() throws Exception {
        add(cache());
        Path statement = only(folder.resolve("cache").resolve("statements")).resolve("signed.json");
        Digest input = signed.row(EFIESP).input();
        String text = Files.readString(statement);
        Files.writeString(statement, text.replace("\"TEST\"", "\"PROD\""));
        assertThat(cache().find(input, TestIdentities.OEM)).isNull();
        Files.delete(statement);
        assertThat(cache().find(input, TestIdentities.OEM)).isNull();
        add(cache());
        assertThat(cache().find(input, TestIdentities.OEM)).isNotNull();
    }

    @Test
    void leavesOutWhatAnotherProcessIsStillWriting() throws Exception {
        add(cache());
        Path kept = only(packages(signed.row(EFIESP).input()));
        Files.write(kept.resolveSibling("." + kept.getFileName() + "123.part"), new byte[10]);
        assertThat(cache().find(signed.row(EFIESP).input(), TestIdentities.OEM)).isEqualTo(kept);
    }

    @Test
    void severalMayAddAndFindAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(threads.submit(() -> {
                add(cache());
                assertThat(cache().find(signed.row(MAIN_OS).input(), TestIdentities.OEM))
                        .isNotNull();
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> each : all) {
            assertThatCode(each::get).doesNotThrowAnyException();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(2 + 2);
        }
    }

    private Path packages(Digest input) {
        return folder.resolve("cache").resolve("packages").resolve(input.hex());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private SignedPackageCache cache() throws IOException {
        return cache(TestIdentities.policy());
    }

    private SignedPackageCache cache(TrustPolicy policy) throws IOException {
        return SignedPackageCache.open(folder.resolve("cache"), policy, FormatLimits.defaults());
    }

    private void add(SignedPackageCache cache) throws Exception {
        try (SignedArchive opened = SignedArchive.open(archive, FormatLimits.defaults())) {
            cache.add(new SignedArchiveVerifier(TestIdentities.policy(), FormatLimits.defaults(), ProgressListener.NONE)
                    .verify(opened, ExpectedSubmission.ANY));
        }
    }
}
