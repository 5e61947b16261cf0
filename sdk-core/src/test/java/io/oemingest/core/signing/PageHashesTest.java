package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.TestSigner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page hashes of osslsigncode, where it is installed. */
class PageHashesTest {
    private static final int COFF = 0x80;
    private static final int OPTIONAL = COFF + 24;
    private static final int HEADERS = 0x400;
    private static final int PAGE = 0x1000;

    @TempDir
    static Path folder;

    private static TestSigner signer;

    @BeforeAll
    static void makeAKey() {
        signer = TestSigner.inFolder(folder);
    }

    @ParameterizedTest
    @CsvSource({"0x10B, 0x1C4, sha256", "0x20B, 0x8664, sha256", "0x20B, 0xAA64, sha1"})
    void readsWhatThePeerWritesAndFindsItRight(int magic, int machine, String hash) throws IOException {
        byte[] plain = image(magic, machine);

        PeImage image = signed(plain, "-ph", "-h", hash);
        PageHashes hashes = PageHashes.of(image, FormatLimits.defaults());

        assertThat(hashes).isNotNull();
        assertThat(hashes.algorithm()).isEqualTo(hash.equals("sha1") ? DigestAlgorithm.SHA1 : DigestAlgorithm.SHA256);
        assertThat(hashes.count()).isEqualTo(1 + 3 + 1);
        assertThat(hashes.offset(0)).isZero();
        assertThat(hashes.offset(3)).isEqualTo(HEADERS + 2 * PAGE);
        assertThat(hashes.end()).isEqualTo(plain.length);
        assertThat(hashes.digest(1))
                .isEqualTo(Digest.of(
                        hashes.algorithm(), ByteSource.of("page", Arrays.copyOfRange(plain, HEADERS, HEADERS + PAGE))));
        assertThat(hashes.firstDifference(image)).isNull();
        assertThatThrownBy(() -> hashes.digest(5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void findsThePageThatWasChanged() throws IOException {
        byte[] plain = image(0x20B, 0x8664);
        PageHashes hashes = hashesOf(plain);

        assertThat(hashes.firstDifference(changed(plain, 2))).isZero();
        assertThat(hashes.firstDifference(changed(plain, OPTIONAL + 64)))
                .as("the checksum")
                .isNull();
        assertThat(hashes.firstDifference(changed(plain, HEADERS + PAGE + 5))).isEqualTo(HEADERS + PAGE);
        assertThat(hashes.firstDifference(changed(plain, plain.length - 1))).isEqualTo(HEADERS + 0x2800);
    }

    @Test
    void findsThatThePagesAreOthers() throws IOException {
        byte[] plain = image(0x20B, 0x8664);
        PageHashes hashes = hashesOf(plain);
        byte[] shorter = plain.clone();
        little(shorter).putInt(section(0x20B) + 40 + 16, 0x100);

        assertThat(hashes.firstDifference(read(shorter))).isEqualTo(HEADERS + 0x2800 + 0x100);
    }

    @Test
    void findsNoneInOtherImages() throws IOException {
        byte[] plain = image(0x20B, 0x8664);

        assertThat(PageHashes.of(read(plain), FormatLimits.defaults())).isNull();
        assertThat(PageHashes.of(signed(plain, "-h", "sha256"), FormatLimits.defaults()))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    32|0x20000|has pages of 131072 bytes for headers of 1024, which need 472; a page holds all headers and at most 65536 bytes
                    32|0|has pages of 0 bytes for headers of 1024, which need 472; a page holds all headers and at most 65536 bytes
                    60|0x100|has pages of 4096 bytes for headers of 256, which need 472; a page holds all headers and at most 65536 bytes
                    60|0x1001|has pages of 4096 bytes for headers of 4097, which need 472; a page holds all headers and at most 65536 bytes
                    """)
    void refusesImagesWithImpossiblePages(int field, int value, String problem) throws IOException {
        byte[] plain = image(0x20B, 0x8664);
        PageHashes hashes = hashesOf(plain);
        byte[] changed = plain.clone();
        little(changed).putInt(OPTIONAL + field, value);

        assertThatThrownBy(() -> hashes.firstDifference(read(changed)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("image (optional header) at offset 152: " + problem);
    }

    @Test
    void refusesSectionsThatLieOverEachOther() throws IOException {
        byte[] plain = image(0x20B, 0x8664);
        PageHashes hashes = hashesOf(plain);
        byte[] changed = plain.clone();
        little(changed).putInt(section(0x20B) + 40 + 16, 0x3000).putInt(section(0x20B) + 40 + 20, 0x100);

        assertThatThrownBy(() -> hashes.firstDifference(read(changed)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("image (section table) at offset 392: has 23552 bytes of data in an image of 12544");
    }

    @Test
    void survivesEveryChangeOfOneByteOfTheSignature() throws IOException {
        PeImage image = signed(image(0x20B, 0x8664), "-ph", "-h", "sha256");
        byte[] file = image.source().readAll(1 << 20);
        int from = (int) (file.length - image.signature().size());
        int readable = 0;
        int tried = 0;
        for (int i = from; i < file.length; i++, tried++) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            readable += readOrRefuse(changed) ? 1 : 0;
        }

        assertThat(readable).isBetween(1, tried - 1);
    }

    private static boolean readOrRefuse(byte[] file) throws IOException {
        try {
            PageHashes hashes = PageHashes.of(read(file), FormatLimits.defaults());
            return hashes != null && hashes.firstDifference(read(file)) == null;
        } catch (MalformedFileException e) {
            assertThat(e.location().file()).isEqualTo("image");
            return false;
        }
    }

    private static PageHashes hashesOf(byte[] plain) throws IOException {
        PageHashes hashes = PageHashes.of(signed(plain, "-ph", "-h", "sha256"), FormatLimits.defaults());
        assertThat(hashes).isNotNull();
        return hashes;
    }

    private static PeImage signed(byte[] plain, String... options) throws IOException {
        Path unsigned = Files.write(folder.resolve("plain.exe"), plain);
        Path target = folder.resolve("signed.exe");
        Files.deleteIfExists(target);
        return read(Files.readAllBytes(signer.sign(unsigned, "signed.exe", options)));
    }

    private static PeImage changed(byte[] plain, int offset) throws IOException {
        byte[] changed = plain.clone();
        changed[offset] ^= 1;
        return read(changed);
    }

    private static PeImage read(byte[] file) throws IOException {
        return PeImage.read(ByteSource.of("image", file), FormatLimits.defaults());
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int section(int magic) {
        return OPTIONAL + (magic == 0x10B ? 96 : 112) + 16 * 8;
    }

    /** Headers, a section of two pages and a half, one of less than a page. */
    static byte[] image(int magic, int machine) {
        byte[] bytes = new byte[HEADERS + 0x2800 + 0x500];
        new Random(magic).nextBytes(bytes);
        Arrays.fill(bytes, 0, HEADERS, (byte) 0);
        ByteBuffer image = little(bytes);
        image.putShort(0, (short) 0x5A4D).putInt(60, COFF);
        image.putInt(COFF, 0x4550).putShort(COFF + 4, (short) machine).putShort(COFF + 6, (short) 2);
        image.putShort(COFF + 20, (short) (section(magic) - OPTIONAL)).putShort(COFF + 22, (short) 0x22);
        image.putShort(OPTIONAL, (short) magic);
        image.putInt(OPTIONAL + 32, PAGE).putInt(OPTIONAL + 36, 0x200);
        image.putInt(OPTIONAL + 56, 0x5000).putInt(OPTIONAL + 60, HEADERS);
        image.putInt(OPTIONAL + (magic == 0x10B ? 92 : 108), 16);
        image.putInt(section(magic) + 8, 0x2800).putInt(section(magic) + 12, 0x1000);
        image.putInt(section(magic) + 16, 0x2800).putInt(section(magic) + 20, HEADERS);
        image.putInt(section(magic) + 40 + 8, 0x500).putInt(section(magic) + 40 + 12, 0x4000);
        image.putInt(section(magic) + 40 + 16, 0x500).putInt(section(magic) + 40 + 20, HEADERS + 0x2800);
        return bytes;
    }

    /** A message without signers that holds the page hashes of an image. */
    static byte[] unsignedHashes(PeImage image) throws IOException {
        ByteBuffer table =
                ByteBuffer.allocate((int) (image.pages().count() + 1) * 36).order(ByteOrder.LITTLE_ENDIAN);
        image.pages().forEach(DigestAlgorithm.SHA256, (offset, digest) -> {
            table.putInt((int) offset).put(digest.bytes());
            return true;
        });
        table.putInt((int) image.pages().end());
        ASN1Encodable hashes = new DERSet(new DERSequence(new ASN1Encodable[] {
            MessageWriter.oid("1.3.6.1.4.1.311.2.3.2"), new DERSet(new DEROctetString(table.array()))
        }));
        ASN1Encodable object = MessageWriter.sequence(
                new DEROctetString(HexFormat.of().parseHex("a6b586d5b4a12466ae05a217da8e60d6")),
                new DEROctetString(hashes.toASN1Primitive().getEncoded()));
        ASN1Encodable link = new DERTaggedObject(true, 0, new DERTaggedObject(false, 1, object));
        return MessageWriter.unsigned(
                Oids.SPC_INDIRECT_DATA,
                MessageWriter.sequence(
                        MessageWriter.sequence(
                                MessageWriter.oid(Oids.SPC_PE_IMAGE_DATA),
                                MessageWriter.sequence(new DERBitString(new byte[] {(byte) 0xa0}, 5), link)),
                        MessageWriter.sequence(
                                MessageWriter.sequence(MessageWriter.oid(Oids.SHA256), DERNull.INSTANCE),
                                new DEROctetString(new byte[32]))));
    }
}
