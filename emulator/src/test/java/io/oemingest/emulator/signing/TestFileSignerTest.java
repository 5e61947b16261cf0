package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.PKI;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.testing.Tools;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single files, each signed as its content asks. */
class TestFileSignerTest {
    private static final EkuCombination PLATFORM = EkuCombination.of(PhoneEku.PLATFORM_KEY.oid());

    private final TestFileSigner signer = new TestFileSigner(SigningFixture.inputSigner(EkuProfile.HAL));

    @TempDir
    private Path folder;

    @Test
    void signsPackagesPeFilesAndCatalogsByTheProfile() throws Exception {
        Path image = Files.write(folder.resolve("halext.dll"), SigningFixture.image());
        Path catalog =
                Files.write(folder.resolve("a.cat"), new SecurityCatalogBuilder(TIME).unsignedCatalog("a", List.of()));
        for (Path file : List.of(new SigningFixture(folder).unsigned(), image, catalog)) {
            Path target = folder.resolve("signed-" + file.getFileName());
            assertThat(signer.sign(file, target)).isEqualTo(EkuProfile.HAL.ekus());
            assertAccepted(target);
        }
    }

    @Test
    void signsTheCatalogOfAnImageWithThePlatformKey() throws Exception {
        Path catalog = imageCatalog();
        Path target = folder.resolve("signed.cat");
        assertThat(signer.sign(catalog, target)).isEqualTo(PLATFORM);
        assertAccepted(target);
    }

    @Test
    void writesOverNothingUnlessTold() throws Exception {
        Path catalog = imageCatalog();
        byte[] before = Files.readAllBytes(catalog);
        assertThatThrownBy(() -> signer.sign(catalog, catalog)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(catalog).hasBinaryContent(before);
        assertThat(signer.signInPlace(catalog)).isEqualTo(PLATFORM);
        assertAccepted(catalog);
        assertThat(folder).isDirectoryNotContaining("glob:**.signing*");
    }

    @Test
    void refusesWhatNobodySigns() throws IOException {
        for (String content : List.of("", "hello")) {
            Path file = Files.writeString(folder.resolve("a.txt"), content);
            assertThatThrownBy(() -> signer.signInPlace(file))
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessage("a.txt: is neither package, PE file, catalog nor FFU image");
            assertThat(file).hasContent(content);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.signing*");
    }

    private Path imageCatalog() throws IOException {
        byte[] unsigned = new HashTableCatalogBuilder(TIME)
                .unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789".repeat(4)));
        return Files.write(folder.resolve("image.cat"), unsigned);
    }

    private void assertAccepted(Path file) throws Exception {
        Path roots = Files.writeString(folder.resolve("roots.pem"), PKI.input().rootPem());
        assertThat(Tools.succeed(
                        "osslsigncode", "verify", "-CAfile", roots, "-time", NOW.getEpochSecond(), "-in", file))
                .contains("Succeeded");
    }
}
