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
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte of a signed archive can be changed unnoticed: manifest, signature, packages, nor what of the ZIP means anything. */
class SignedArchiveByteSweepTest {
    private static final int END = 22;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int LOCAL_HEADER = 30;
    private static final int DEFLATED = 8;

    @ParameterizedTest
    @ValueSource(ints = {0x11, 0x80})
    void everyChangedByteOfASignedArchiveIsRefused(int change, @TempDir Path folder) throws Exception {
        byte[] bytes = Files.readAllBytes(signed(folder));
        assertThat(isAccepted(bytes)).isTrue();
        TreeSet<Integer> outside = unsignedFields(bytes);
        outside.addAll(unreadEnds(bytes, change));
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= (byte) change;
            if (isAccepted(bytes)) {
                accepted.add(at);
            }
            bytes[at] ^= (byte) change;
        }
        assertThat(accepted).containsExactlyElementsOf(outside);
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

    /** Last bytes of packed entries of which the change hits only bits behind the end of the data, which nobody reads. */
    private static List<Integer> unreadEnds(byte[] bytes, int change) throws DataFormatException {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> ends = new ArrayList<>();
        int end = bytes.length - END;
        for (int at = zip.getInt(end + 16); at < end; at += DIRECTORY_ENTRY + zip.getShort(at + 28)) {
            int local = zip.getInt(at + 42);
            int start = local + LOCAL_HEADER + zip.getShort(local + 26) + zip.getShort(local + 28);
            byte[] packed = Arrays.copyOfRange(bytes, start, start + zip.getInt(at + 20));
            if (zip.getShort(at + 10) == DEFLATED && isUnread(packed, zip.getInt(at + 24), change)) {
                ends.add(start + packed.length - 1);
            }
        }
        return ends;
    }

    private static boolean isUnread(byte[] packed, int size, int change) throws DataFormatException {
        byte[] content = inflated(packed, size);
        packed[packed.length - 1] ^= (byte) change;
        try {
            return Arrays.equals(content, inflated(packed, size));
        } catch (DataFormatException e) {
            return false;
        }
    }

    private static byte[] inflated(byte[] packed, int size) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] content = new byte[size + 1];
            int length = inflater.inflate(content);
            if (!inflater.finished()) {
                throw new DataFormatException("no end");
            }
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
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
