package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that belong to no submission yet give the facts that they would give in one. */
class LooseFilesTest {
    private static final SubmissionContentsReader READER =
            new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE);

    @TempDir
    private Path folder;

    @Test
    void packagesOfSeveralPlacesAreReadAsOneSubmission() throws IOException {
        SubmissionFolder first = SubmissionFolder.good(folder.resolve("first"));
        SubmissionFolder second = SubmissionFolder.in(folder.resolve("second"));
        Path single =
                second.add(SubmissionFolder.contoso("PLAT").partition("PLAT").build(), 10);
        Path stray = Files.writeString(folder.resolve("notes.txt"), "notes");

        ReadSubmission read = READER.readPackages(
                List.of(first.packages(), single, stray, folder.resolve("absent")), ProductType.WINDOWS_PHONE_BLUE);

        SubmissionContents whole = READER.read(first.contextFree()).contents();
        assertThat(read.contents().kind()).isEqualTo(whole.kind());
        assertThat(read.contents().packages()).containsAll(whole.packages()).hasSize(4);
        assertThat(read.contents().strays()).containsExactly("packages/notes.txt");
        assertThat(read.contents().unreadable())
                .extracting(each -> each.location() + " " + each.problem())
                .containsExactly(folder.resolve("absent") + " there is no such file or folder");
    }

    @Test
    void twoFilesOfOneNameAreToldApartAndNotMixedUp() throws IOException {
        SubmissionFolder first = SubmissionFolder.good(folder.resolve("first"));
        SubmissionFolder second = SubmissionFolder.good(folder.resolve("second"));

        ReadSubmission read =
                READER.readPackages(List.of(first.packages(), second.packages()), ProductType.WINDOWS_PHONE_BLUE);

        assertThat(read.contents().packages()).hasSize(3);
        assertThat(read.contents().unreadable())
                .hasSize(3)
                .allMatch(each -> each.problem().startsWith("its name is that of packages/"));
    }

    @Test
    void anImageAloneIsReadWithItsChunks() throws IOException {
        Path ffu = SubmissionFolder.good(folder.resolve("in")).ffuCatalog().ffu();

        ReadSubmission read = READER.readFfu(ffu, ProductType.WINDOWS_PHONE_BLUE);

        assertThat(read.contents().documents().ffu().content().chunks())
                .extracting(ChunkVerification::unchecked)
                .isEqualTo(0L);
        assertThat(read.contents().documents().updateHistory()).isNull();
        assertThat(read.contents().unreadable()).isEmpty();
        assertThat(READER.readFfu(folder.resolve("absent.ffu"), ProductType.WINDOWS_PHONE_BLUE)
                        .contents()
                        .unreadable())
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isEqualTo("there is no such file"));
    }
}
