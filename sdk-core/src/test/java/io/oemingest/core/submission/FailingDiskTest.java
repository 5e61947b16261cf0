package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that breaks in the middle of a file, which no real disk does when it is asked to. */
class FailingDiskTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNoHalfArchiveAndClosesTheFileWhenAPackageCannotBeReadToItsEnd() throws IOException {
        var read = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(SubmissionFolder.good(folder.resolve("in")).contextual());
        String path = read.contents().packages().get(0).path();
        Path out = Files.createDirectories(folder.resolve("out"));
        IOException broken = new IOException("Input/output error");

        try (ByteSource whole = read.files().open(path)) {
            ByteSource disk = spy(whole);
            doReturn(16).doThrow(broken).when(disk).read(anyLong(), any(), anyInt(), anyInt());
            var writer =
                    new SubmissionArchiveWriter(read.contents(), "test", "1", "{}".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> writer.writeTo(
                            out.resolve("a.zip"),
                            name -> name.equals(path) ? disk : read.files().open(name),
                            ProgressListener.NONE))
                    .isSameAs(broken);

            verify(disk).close();
        }
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }
}
