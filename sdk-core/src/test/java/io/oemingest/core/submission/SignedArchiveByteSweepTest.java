package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of a signed archive can be changed unnoticed: manifest, signature, packages, nor what of the ZIP means anything. */
class SignedArchiveByteSweepTest {
    private static final int END = 22;
    private static final int DIRECTORY_ENTRY = 46;

    @Test
    void everyChangedByteOfASignedArchiveIsRefused(@TempDir Path folder) throws Exception {
        byte[] bytes = Files.readAllBytes(signed(folder));
        assertThat(isAccepted(bytes)).isTrue();
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= 0x11;
            if (isAccepted(bytes)) {
                accepted.add(at);
            }
            bytes[at] ^= 0x11;
        }
        assertThat(accepted).containsExactlyElementsOf(unsignedFields(bytes));
    }

    /** Fields of a ZIP that say nothing of the content: versions, times and attributes. */
    private static TreeSet<Integer> unsignedFields(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        TreeSet<Integer> fields = new TreeSet<>();
        int end = bytes.length - END;
        for (int at = zip.getInt(end + 16); at < end; at += DIRECTORY_ENTRY + zip.getShort(at + 28)) {
            add(fields, at, "version made by, version needed", 4, 8);
            add(fields, at, "time, date", 12, 16);
            add(fields, at, "internal and external attributes", 36, 42);
            int local = zip.getInt(at + 42);
            add(fields, local, "version needed", 4, 6);
            add(fields, local, "time, date", 10, 14);
        }
        return fields;
    }

    private static void add(TreeSet<Integer> fields, int header, String names, int from, int to) {
        IntStream.range(header + from, header + to)
                .forEach(at -> assertThat(fields.add(at)).as(names).isTrue());
    }

    private static Path signed(Path folder) throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("EFIESP").partition("EFIESP").build(), 10);
        Path file = SubmissionArchives.write(input.contextFree(), folder.resolve("submission.zip"));
        FormatLimits limits = FormatLimits.defaults();
        try (SubmissionArchive archive = SubmissionArchive.open(file, limits, ProgressListener.NONE)) {
            return SignedSubmission.of(archive, folder.resolve("signed")).write("good.zip");
        }
    }

    private static boolean isAccepted(byte[] bytes) throws IOException {
        FormatLimits limits = FormatLimits.defaults();
        try {
            SignedArchive archive = new SignedArchive(ByteSource.of("good.zip", bytes), limits);
            new SignedArchiveVerifier(TestIdentities.policy(), limits, ProgressListener.NONE)
                    .verify(archive, ExpectedSubmission.ANY);
            return true;
        } catch (VerificationException | MalformedFileException e) {
            return false;
        }
    }
}
