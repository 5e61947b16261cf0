package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuImages;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of images: made, signed, put in. */
class FfuCatalogTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final Digest SHA1 = new Digest(DigestAlgorithm.SHA1, "0123456789abcdef0123456789abcdef01234567");

    @TempDir
    Path folder;

    @Test
    void makesAVersion1CatalogOf328BytesWithTheDigestInItsPlace() throws IOException {
        byte[] bytes = CATALOGS.unsignedCatalog(SHA1);
        SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("cat", bytes), FormatLimits.defaults());

        assertThat(bytes).hasSize(328).isEqualTo(CATALOGS.unsignedCatalog(SHA1));
        assertThat(Arrays.copyOfRange(bytes, 206, 226)).isEqualTo(SHA1.bytes());
        assertThat(catalog.version()).isEqualTo(1);
        assertThat(catalog.members())
                .isEqualTo(List.of(new CatalogMember("HashTable.blob", SHA1, Kind.FLAT, Map.of())));
        assertThat(catalog.signature()).isNull();
        assertThat(CATALOGS.hashTableDigest(ByteSource.of("cat", bytes))).isEqualTo(SHA1);
    }

    @Test
    void refusesDigestsAndCatalogsThatNoFlasherLooksFor() throws IOException {
        Digest sha256 = Digest.sha256(new byte[0]);
        assertThatThrownBy(() -> CATALOGS.unsignedCatalog(sha256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A flasher looks for SHA-1, not for " + sha256);
        byte[] other = new SecurityCatalogBuilder(TestIdentities.TIME).unsignedCatalog("a", List.of());
        assertThatThrownBy(() -> CATALOGS.hashTableDigest(ByteSource.of("a.cat", other)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cat (catalog): is of version 2 with 0 members, an image's is of version 1 with one");
    }

    @Test
    void putsASignedCatalogIntoAnImageAndShiftsWholeChunks() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        byte[] catalog = signed(image);
        FfuImage signed = put(image, catalog, "signed.ffu");

        assertThat(catalog.length).isGreaterThan(328);
        assertThat(signed.catalog().readAll(1 << 16)).isEqualTo(catalog);
        assertThat(signed.imageHeaderOffset())
                .isEqualTo((32 + catalog.length + image.hashTable().size() + 1023) / 1024 * 1024)
                .isGreaterThan(image.imageHeaderOffset());
        assertThat(hashed(signed)).isEqualTo(hashed(image));
        assertThat(signed.verifyChunks(ProgressListener.NONE).unchecked()).isZero();
        signed.verifyCatalog(CATALOGS);
        CodeSignature signature =
                SecurityCatalog.read(signed.catalog(), FormatLimits.defaults()).signature();
        assertThat(signature).isNotNull();

        FfuImage back = put(signed, CATALOGS.unsignedCatalog(image.hashTableDigest()), "back.ffu");
        assertThat(back.imageHeaderOffset()).isEqualTo(image.imageHeaderOffset());
        assertThat(hashed(back)).isEqualTo(hashed(image));
    }

    @Test
    void refusesACatalogOfAnotherImage() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        Path target = folder.resolve("a.ffu");
        assertThatThrownBy(() -> FfuCatalogArea.write(image, CATALOGS.unsignedCatalog(SHA1), CATALOGS, target))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("new catalog: names a hash table with SHA-1 " + SHA1.hex() + ", that of image.ffu has "
                        + image.hashTableDigest().hex());
        assertThat(target).doesNotExist();
    }

    @Test
    void tellsThatACatalogIsOfAnotherImageWhenItIsInside() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        FfuImage signed = put(image, signed(image), "signed.ffu");
        byte[] bytes = signed.source().readAll(1 << 20);
        bytes[32 + (int) signed.catalog().size()] ^= 1;
        FfuImage changed = image(bytes);

        assertThatThrownBy(() -> changed.verifyCatalog(CATALOGS))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("image.ffu (catalog) at offset 32: names a hash table with SHA-1 "
                        + image.hashTableDigest().hex() + ", this one has "
                        + changed.hashTableDigest().hex() + "; flashing error 24");
    }

    @Test
    void writesOverNoImage() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        byte[] catalog = signed(image);
        Path target = folder.resolve("there.ffu");
        FfuCatalogArea.write(image, catalog, CATALOGS, target);
        assertThatThrownBy(() -> FfuCatalogArea.write(image, catalog, CATALOGS, target))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private static byte[] signed(FfuImage image) throws IOException {
        byte[] unsigned = CATALOGS.unsignedCatalog(image.hashTableDigest());
        return CATALOGS.sign(ByteSource.of("unsigned", unsigned), TestIdentities.packageSigner());
    }

    private FfuImage put(FfuImage image, byte[] catalog, String name) throws IOException {
        Path target = folder.resolve(name);
        FfuCatalogArea.write(image, catalog, CATALOGS, target);
        try (ByteSource file = ByteSource.open(target)) {
            return image(file.readAll(1 << 20));
        }
    }

    private static FfuImage image(byte[] bytes) throws IOException {
        return FfuImage.read(ByteSource.of("image.ffu", bytes), FormatLimits.defaults());
    }

    private static byte[] hashed(FfuImage image) throws IOException {
        byte[] all = image.source().readAll(1 << 20);
        return Arrays.copyOfRange(all, (int) image.imageHeaderOffset(), all.length);
    }
}
