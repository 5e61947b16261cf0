package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuImages;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import io.oemingest.core.signing.Tools.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of images: made, signed, put in. */
class FfuCatalogTest {
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestIdentities.TIME);
    private static final FfuCatalogArea AREA = new FfuCatalogArea(CATALOGS, ProgressListener.NONE);
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

    /** The layout of public tools for such images: all of it is fixed but identifier, time and digest. */
    @Test
    void theUnsignedCatalogHasTheKnownFormInEveryByte() throws IOException {
        String actual = HexFormat.of().formatHex(CATALOGS.unsignedCatalog(SHA1));
        String identifier = actual.substring(2 * 67, 2 * 83);
        assertThat(actual)
                .isEqualTo("3082014406092a864886f70d010702a082013530820131020101310030820126"
                        + "06092b0601040182370a01a082011730820113300c060a2b0601040182370c0101"
                        + ("0410" + identifier)
                        + ("170d" + hex("261122061600Z", StandardCharsets.US_ASCII))
                        + "300e060a2b0601040182370c010205003081d13081ce"
                        + ("041e" + hex("HashTable.blob\0", StandardCharsets.UTF_16LE))
                        + "3181ab3045060a2b060104018237020104313730353010060a2b060104018237020119a2028000"
                        + ("3021300906052b0e03021a05000414" + SHA1.hex())
                        + "3062060a2b0601040182370c0202315430521e4c"
                        + hex("{DE351A42-8E59-11D0-8C47-00C04FC295EE}", StandardCharsets.UTF_16BE)
                        + "020202003100");
    }

    private static String hex(String text, Charset charset) {
        return HexFormat.of().formatHex(text.getBytes(charset));
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
        assertThatThrownBy(() -> AREA.write(image.truncated(), named(CATALOGS.unsignedCatalog(SHA1)), target))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("new.cat (catalog): names a hash table with SHA-1 " + SHA1.hex()
                        + ", that of image.ffu has " + image.hashTableDigest().hex());
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
    void putsACatalogIntoATruncatedFile() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        Path truncated = folder.resolve("truncated.ffu");
        image.truncated().writeTo(truncated);
        byte[] catalog = signed(image);

        AREA.replace(truncated, named(catalog), FormatLimits.defaults());

        try (ByteSource source = ByteSource.open(truncated)) {
            TruncatedFfu signed = TruncatedFfu.read(source, FormatLimits.defaults());
            signed.verifyCatalog(CATALOGS);
            assertThat(signed.catalog().readAll(1 << 16)).isEqualTo(catalog);
            assertThat(signed.verifyChunks()).isEqualTo(new ChunkVerification(2, 3));
            assertThat(signed.bytes().size()).isEqualTo(source.size());
        }
    }

    @Test
    void replacesACatalogInPlaceOrLeavesTheFileAsItWas() throws IOException {
        byte[] bytes = FfuImages.ofOneStore();
        FfuImage image = image(bytes);
        Path file = Files.write(folder.resolve("a.ffu"), bytes);
        byte[] catalog = signed(image);
        byte[] other = CATALOGS.unsignedCatalog(SHA1);
        FfuCatalogArea cancelled = new FfuCatalogArea(CATALOGS, step -> {
            throw new IllegalStateException("cancelled");
        });

        assertThatThrownBy(() -> AREA.replace(file, named(other), FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> cancelled.replace(file, named(catalog), FormatLimits.defaults()))
                .hasMessage("cancelled");
        assertThat(file).hasBinaryContent(bytes);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));

        AREA.replace(file, named(catalog), FormatLimits.defaults());

        FfuImage signed = image(Files.readAllBytes(file));
        assertThat(signed.catalog().readAll(1 << 16)).isEqualTo(catalog);
        assertThat(hashed(signed)).isEqualTo(hashed(image));
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void replacesTheFileBehindALinkAndKeepsTheLink() throws IOException {
        byte[] bytes = FfuImages.ofOneStore();
        Path file = Files.write(Files.createDirectory(folder.resolve("there")).resolve("a.ffu"), bytes);
        Path link = Files.createSymbolicLink(folder.resolve("link.ffu"), file);

        AREA.replace(link, named(signed(image(bytes))), FormatLimits.defaults());

        assertThat(link).isSymbolicLink();
        assertThat(image(Files.readAllBytes(file)).catalog().size()).isGreaterThan(328);
    }

    @Test
    void hearsHowFarTheCopyIs() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        List<Progress> steps = new ArrayList<>();
        long hashed = image.source().size() - image.imageHeaderOffset();

        new FfuCatalogArea(CATALOGS, steps::add)
                .write(image.truncated(), named(signed(image)), folder.resolve("a.ffu"));

        assertThat(steps).containsExactly(new Progress("copy", "image.ffu", hashed, hashed));
    }

    @Test
    void tellsThatThereIsNoCatalog() throws IOException {
        FfuImage image = image(FfuImages.withoutCatalog());
        assertThatThrownBy(() -> image.verifyCatalog(CATALOGS))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("image.ffu (catalog) at offset 32: is empty; flashing error 24");
    }

    @Test
    void writesOverNoImage() throws IOException {
        FfuImage image = image(FfuImages.ofOneStore());
        byte[] catalog = signed(image);
        Path target = folder.resolve("there.ffu");
        AREA.write(image.truncated(), named(catalog), target);
        assertThatThrownBy(() -> AREA.write(image.truncated(), named(catalog), target))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void signedCatalogsAreGoodForOsslsigncode() throws Exception {
        Issued root = TestCertificate.root("Image root");
        Issued signer = TestCertificate.signer(EkuCombination.of(PhoneEku.PLATFORM_KEY.oid()))
                .keys(TestKeys.rsa(2048))
                .by(root);
        byte[] unsigned = CATALOGS.unsignedCatalog(SHA1);
        Path file = Files.write(
                folder.resolve("a.cat"), CATALOGS.sign(ByteSource.of("unsigned", unsigned), signer.identity()));
        Path roots = Tools.pem(folder.resolve("root.pem"), root.certificate());

        Result result = Tools.run(
                "osslsigncode",
                "verify",
                "-CAfile",
                roots.toString(),
                "-time",
                Long.toString(TestIdentities.NOW.getEpochSecond()),
                "-in",
                file.toString());

        assertThat(result.output()).contains("Succeeded");
        assertThat(result.status()).isZero();
    }

    private static ByteSource named(byte[] catalog) {
        return ByteSource.of("new.cat", catalog);
    }

    private static byte[] signed(FfuImage image) throws IOException {
        byte[] unsigned = CATALOGS.unsignedCatalog(image.hashTableDigest());
        return CATALOGS.sign(ByteSource.of("unsigned", unsigned), TestIdentities.platformKey());
    }

    private FfuImage put(FfuImage image, byte[] catalog, String name) throws IOException {
        Path target = folder.resolve(name);
        AREA.write(image.truncated(), named(catalog), target);
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
