package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFU-02, on images with one bit changed in turn where each of the hashes looks. */
class CatalogIntegrityRuleTest {
    private static final int DIGEST_IN_CATALOG = 32 + 206;
    private static final int HASH_TABLE = 32 + 328;

    @TempDir
    private Path folder;

    private FfuCatalog submission;

    @BeforeEach
    void makeAnImage() throws IOException {
        submission = SubmissionFolder.good(folder.resolve("in")).ffuCatalog();
    }

    @Test
    void findsNothingInAnImageWhoseHashesFit() throws Exception {
        assertThat(findings()).isEmpty();
    }

    @Test
    void blocksACatalogOfAnotherHashTable() throws Exception {
        change(DIGEST_IN_CATALOG);
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith(
                        "FFU-02 ffu/head.bin (catalog): The hashes of the image do not fit: it names a hash table with"
                                + " SHA-1 ");
    }

    @Test
    void blocksAHashTableThatWasChanged() throws Exception {
        change(HASH_TABLE);
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith(
                        "FFU-02 ffu/head.bin (catalog): The hashes of the image do not fit: it names a hash table with"
                                + " SHA-1 ");
    }

    @Test
    void blocksAPayloadThatWasChanged() throws Exception {
        change((int) Files.size(submission.ffu()) - 1);
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("FFU-02 flash.ffu ")
                .contains("The hashes of the image do not fit: it ");
    }

    private void change(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(submission.ffu());
        bytes[at] ^= 1;
        Files.write(submission.ffu(), bytes);
    }

    private List<String> findings() throws IOException {
        try {
            return new SubmissionPreparer(PreparerOptions.of("tests", "1.0"))
                    .prepare(submission, folder.resolve("out.zip")).report().findings().stream()
                            .map(Object::toString)
                            .toList();
        } catch (SubmissionRejectedException e) {
            return e.report().findings().stream().map(Object::toString).toList();
        }
    }
}
