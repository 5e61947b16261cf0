package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReceiptTest {
    private static final Digest ARCHIVE = Digest.sha256(new byte[3]);
    private static final URI SERVICE = URI.create("http://127.0.0.1:8080/");

    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        SubmissionReceipt done = new SubmissionReceipt(
                SERVICE, ARCHIVE, "uploads/7", 1L << 40, new SubmissionTicket("TKT-SIGN-TEST-AB12CD"));
        SubmissionReceipt begun = new SubmissionReceipt(SERVICE, ARCHIVE, null, 0, null);
        Path file = folder.resolve("receipt.json");
        begun.write(file);
        assertThat(SubmissionReceipt.read(file)).isEqualTo(begun);
        done.write(file);
        assertThat(SubmissionReceipt.read(file)).isEqualTo(done);
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void isASmallTextForPeopleToo() throws IOException {
        Path file = folder.resolve("receipt.json");
        new SubmissionReceipt(SERVICE, ARCHIVE, "uploads/7", 5, null).write(file);
        assertThat(file).hasContent("""
                        {
                          "formatVersion": 1,
                          "service": "http://127.0.0.1:8080/",
                          "archiveSha256": "%s",
                          "upload": "uploads/7",
                          "offset": 5
                        }
                        """.formatted(ARCHIVE.hex()));
    }

    @Test
    void refusesOffsetsBelowZero() throws IOException {
        refused("\"offset\": 5", "\"offset\": -5", "receipt.json ($.offset): is negative");
    }

    @Test
    void refusesAnotherFormatVersion() throws IOException {
        refused(
                "\"formatVersion\": 1",
                "\"formatVersion\": 9",
                "receipt.json ($.formatVersion): is 9, this SDK reads version 1");
    }

    @Test
    void refusesAFileThatIsNoReceipt() throws IOException {
        refused("\"service\"", "\"server\"", "receipt.json ($): lacks 'service'");
    }

    private void refused(String from, String to, String message) throws IOException {
        Path file = folder.resolve("receipt.json");
        new SubmissionReceipt(SERVICE, ARCHIVE, "uploads/7", 5, null).write(file);
        Files.writeString(file, Files.readString(file).replace(from, to));
        assertThatThrownBy(() -> SubmissionReceipt.read(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }
}
