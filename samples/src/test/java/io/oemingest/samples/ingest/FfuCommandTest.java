package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestAuthority;
import io.oemingest.emulator.signing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfuCommandTest {
    private static final InstantSource TIME = InstantSource.system();
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TIME);
    private static final String SIGNER =
            "CN=Test Input Platform Key Signer (TEST ONLY),OU=Emulator ffu,O=OEM Ingestion Emulator (TEST ONLY)";

    @TempDir
    static Path authorities;

    private static TestAuthority authority;
    private static Path roots;
    private static Path otherRoots;

    @TempDir
    Path folder;

    private Path image;

    @BeforeAll
    static void makeSigners() throws IOException {
        TestPki pki = TestPki.create(PkiOptions.fast("ffu"), new SecureRandom(), TIME);
        authority = pki.input();
        roots = Files.writeString(authorities.resolve("roots.pem"), authority.rootPem());
        otherRoots =
                Files.writeString(authorities.resolve("other.pem"), pki.retail().rootPem());
    }

    @BeforeEach
    void writeAnImage() throws IOException {
        image = image("phone.ffu", "PLAT");
    }

    @Test
    void aTestSignedImageVerifies() throws IOException {
        Path keys = folder.resolve("keys");
        TestPki pki = TestPki.open(keys, PkiOptions.fast("ffu"), new SecureRandom(), TIME);
        Path trusted =
                Files.writeString(folder.resolve("trusted.pem"), pki.input().rootPem());
        Path signed = folder.resolve("out/phone.ffu");
        assertThat(Run.of("sign", image, "--keys", keys, "--output", folder.resolve("out")))
                .isEqualTo(new Run(0, signed + ": signed, EKUs 1.3.6.1.4.1.311.76.5.500 (TEST ONLY)\n", ""));
        Run verified = Run.of("ffu", "verify", signed, "--trust", trusted);
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out()).contains("verified, by " + SIGNER);
        assertThat(Run.of("verify", signed, "--trust", trusted))
                .isEqualTo(new Run(
                        0,
                        signed + ": verified, signed by " + SIGNER + ", EKUs 1.3.6.1.4.1.311.76.5.500\n"
                                + "  warning: the catalog names the hash table by SHA-1, the only form flashers take\n",
                        ""));
    }

    @Test
    void takesTheCatalogOut() throws IOException {
        Run run = Run.of("ffu", "catalog", image, "-o", folder.resolve("out.cat"));
        Run byDefault = Run.of("ffu", "catalog", image);

        assertThat(run).isEqualTo(new Run(0, facts("phone.ffu", 328, "none", "2 of 15", 13), ""));
        assertThat(byDefault).isEqualTo(run);
        assertThat(folder.resolve("out.cat")).hasBinaryContent(catalog(image));
        assertThat(folder.resolve("phone.cat")).hasBinaryContent(catalog(image));
    }

    @Test
    void truncatesSignsAndVerifiesAsImageSignerDoes() throws IOException {
        Path truncated = folder.resolve("short.ffu");
        Path taken = folder.resolve("short.cat");
        Path signed = folder.resolve("signed.ffu");

        assertThat(Run.of("ffu", "truncate", image, "-o", truncated))
                .isEqualTo(new Run(0, facts("short.ffu", 328, "none", "2 of 15", 13), ""));
        assertThat(Run.of("ffu", "catalog", truncated).exitCode()).isZero();
        int size = sign(taken).length;
        assertThat(Run.of("ffu", "sign", image, "--catalog", taken, "-o", signed))
                .isEqualTo(new Run(0, facts("signed.ffu", size, "not verified, by " + SIGNER, "2 of 15", 13), ""));
        assertThat(Run.of("ffu", "verify", signed, "--trust", roots))
                .isEqualTo(new Run(0, facts("signed.ffu", size, "verified, by " + SIGNER, "15 of 15", 0), ""));

        assertThat(truncated).hasBinaryContent(Arrays.copyOf(Files.readAllBytes(image), 3 * 16_384));
        assertThat(catalog(signed)).isEqualTo(Files.readAllBytes(taken));
        assertThat(catalog(image)).hasSize(328);
    }

    @Test
    void signsInPlaceOnlyWhenAsked() throws IOException {
        Path taken = folder.resolve("phone.cat");
        Run.of("ffu", "catalog", image);
        byte[] signed = sign(taken);

        Run unasked = Run.of("ffu", "sign", image, "--catalog", taken);
        assertThat(unasked.exitCode()).isEqualTo(2);
        assertThat(unasked.err()).startsWith("Error: Missing required argument (specify one of these): ");
        assertThat(catalog(image)).hasSize(328);

        Run run = Run.of("ffu", "sign", image, "--catalog", taken, "--in-place");
        assertThat(run)
                .isEqualTo(
                        new Run(0, facts("phone.ffu", signed.length, "not verified, by " + SIGNER, "2 of 15", 13), ""));
        assertThat(catalog(image)).isEqualTo(signed);
        assertThat(names()).containsExactly("phone.cat", "phone.ffu");
    }

    @Test
    void refusesTheCatalogOfAnotherImage() throws IOException {
        Path other = image("other.ffu", "EFIESP");
        Run.of("ffu", "catalog", other);
        byte[] before = Files.readAllBytes(image);

        Run inPlace = Run.of("ffu", "sign", image, "--catalog", folder.resolve("other.cat"), "--in-place");
        Run copied =
                Run.of("ffu", "sign", image, "--catalog", folder.resolve("other.cat"), "-o", folder.resolve("new.ffu"));

        assertThat(inPlace)
                .isEqualTo(new Run(
                        3,
                        "",
                        "ingest: other.cat (catalog): names a hash table with SHA-1 " + hashTable(other)
                                + ", that of phone.ffu has " + hashTable(image) + "\n"
                                + "  The file is damaged or of another kind: build it or fetch it again.\n"));
        assertThat(copied).isEqualTo(inPlace);
        assertThat(image).hasBinaryContent(before);
        assertThat(names()).containsExactly("other.cat", "other.ffu", "phone.ffu");
    }

    @Test
    void writesOverNothing() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "mine");
        Run.of("ffu", "catalog", image);
        String expected = "ingest: " + there + ": is there already\n  Move it away or name another place.\n";

        assertThat(Run.of("ffu", "catalog", image, "-o", there)).isEqualTo(new Run(3, "", expected));
        assertThat(Run.of("ffu", "truncate", image, "-o", there)).isEqualTo(new Run(3, "", expected));
        assertThat(Run.of("ffu", "sign", image, "--catalog", folder.resolve("phone.cat"), "-o", there))
                .isEqualTo(new Run(3, "", expected));
        assertThat(there).hasContent("mine");
    }

    @Test
    void verifiesWithoutASignatureAndSaysSo() throws IOException {
        assertThat(Run.of("ffu", "verify", image))
                .isEqualTo(new Run(0, facts("phone.ffu", 328, "none", "15 of 15", 0), ""));
    }

    @Test
    void verifiesTheSameForPrograms() throws IOException {
        assertThat(Run.of("ffu", "verify", "--json", image)).isEqualTo(new Run(0, """
                {
                  "file": "phone.ffu",
                  "variant": "V1",
                  "chunkSize": 16384,
                  "osVersion": "10.0.0.0",
                  "platformIds": [
                    "Contoso.Demo.D100"
                  ],
                  "catalogSize": 328,
                  "hashTableSha1": "%s",
                  "checkedChunks": 15,
                  "uncheckedChunks": 0,
                  "signature": "none"
                }
                """.formatted(hashTable(image)), ""));
    }

    @Test
    void refusesSignersThatNobodyTrustsAndImagesThatNobodySigned() throws IOException {
        Run.of("ffu", "catalog", image);
        sign(folder.resolve("phone.cat"));
        Path signed = folder.resolve("signed.ffu");
        Run.of("ffu", "sign", image, "--catalog", folder.resolve("phone.cat"), "-o", signed);

        Run untrusted = Run.of("ffu", "verify", signed, image, "--trust", otherRoots);
        Run trusted = Run.of("ffu", "verify", signed, "--trust", otherRoots, "--trust", roots);
        Run tooEarly = Run.of("ffu", "verify", signed, "--trust", roots, "--at", "2011-01-01T00:00:00Z");

        assertThat(untrusted.out()).isEmpty();
        assertThat(untrusted.err())
                .startsWith("ingest: refused (UNTRUSTED_CHAIN): signed.ffu catalog (catalog): ")
                .contains("\ningest: refused (NOT_SIGNED): phone.ffu catalog (catalog): is not signed\n");
        assertThat(trusted.exitCode()).isZero();
        assertThat(tooEarly.err()).startsWith("ingest: refused (OUTSIDE_VALIDITY): signed.ffu catalog (catalog): ");
        assertThat(List.of(untrusted.exitCode(), tooEarly.exitCode())).containsOnly(1);
    }

    @Test
    void namesTheChunkThatWasChanged() throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        bytes[bytes.length - 1] ^= 1;
        Files.write(image, bytes);

        Run run = Run.of("ffu", "verify", image);

        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches("ingest: phone\\.ffu \\(chunk 14\\) at offset 245760: has SHA-256 [0-9a-f]{64}, the hash"
                        + " table says [0-9a-f]{64}; flashing error 23\\R"
                        + "  The file is damaged or of another kind: build it or fetch it again\\.\\R");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void callsNoImageGoodOfWhichItCouldNotCompareAll() throws IOException {
        Path packed = Files.write(folder.resolve("packed.ffu"), PackedFfu.bytes());

        Run run = Run.of("ffu", "verify", packed);

        assertThat(run.out()).endsWith("  chunks        2 of 3 have the right hash, 1 were not compared\n");
        assertThat(run.err())
                .isEqualTo("ingest: " + packed + ": not proven, 1 packed blocks were not compared\n"
                        + "  Only the tool that packed the image can compare them.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesFilesThatAreNoImages() throws IOException {
        Path text = Files.writeString(folder.resolve("text.ffu"), "this is no image at all, not even the beginning");
        String expected = "ingest: text.ffu (security header) at offset 4: does not have the signature 'SignedImage ',"
                + " so the file is no FFU image; flashing error 16\n"
                + "  The file is damaged or of another kind: build it or fetch it again.\n";

        assertThat(Run.of("ffu", "verify", text)).isEqualTo(new Run(3, "", expected));
        assertThat(Run.of("ffu", "catalog", text)).isEqualTo(new Run(3, "", expected));
        assertThat(Run.of("ffu", "sign", text, "--catalog", text, "--in-place")).isEqualTo(new Run(3, "", expected));
    }

    @Test
    void explainsItself() {
        assertThat(Run.of("ffu", "--help").out())
                .contains("  imagesigner truncate IMAGE SHORT       ingest ffu truncate IMAGE -o SHORT\n");
        assertThat(Run.of("ffu").err()).startsWith("Say what to do: one of the commands below.\n");
        assertThat(Stream.of("catalog", "truncate", "sign", "verify")
                        .map(verb -> Run.of("ffu", verb, "--help").exitCode()))
                .containsOnly(0);
    }

    private Path image(String name, String partition) throws IOException {
        Path file = folder.resolve(name);
        UUID id = new UUID(1, 2);
        ByteSource content =
                ByteSource.of("content", "content of a partition".repeat(2_000).getBytes(US_ASCII));
        FfuWriter.create(16_384, List.of(new PlatformId("Contoso.Demo.D100")))
                .disk(new FfuDisk(id, "", 4_096, List.of(new FfuPartition(partition, id, id, 128, true, content))))
                .writeTo(file, CATALOGS);
        return file;
    }

    private byte[] sign(Path catalog) throws IOException {
        byte[] signed = CATALOGS.sign(ByteSource.of("taken", Files.readAllBytes(catalog)), authority.platformKey());
        Files.write(catalog, signed);
        return signed;
    }

    private String facts(String name, int catalogSize, String signature, String chunks, int unchecked)
            throws IOException {
        return name + "\n"
                + "  variant       V1, chunks of 16384 bytes\n"
                + "  os version    10.0.0.0\n"
                + "  platform ids  Contoso.Demo.D100\n"
                + "  hash table    SHA-1:" + hashTable(image) + ", named by the catalog of " + catalogSize + " bytes\n"
                + "  signature     " + signature + "\n"
                + "  chunks        " + chunks + " have the right hash"
                + (unchecked == 0 ? "\n" : ", " + unchecked + " were not compared\n");
    }

    private static byte[] catalog(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FfuImage.read(source, FormatLimits.defaults()).catalog().readAll(1 << 20);
        }
    }

    private static String hashTable(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FfuImage.read(source, FormatLimits.defaults())
                    .hashTableDigest()
                    .hex();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
