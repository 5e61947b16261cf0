package io.oemingest.core.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.SignedPart;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInspectionTest {
    private static final Instant THEN = Instant.parse("2016-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void showsAnUnsignedPackageAsText() throws IOException {
        PackageInspection facts = inspect(unsignedPackage());

        assertThat(facts.toText()).isEqualTo("""
                        Contoso.Sample.MainOS.spkg
                          package       Contoso.Sample.MainOS 1.40.55.808 (SPKG)
                          owner type    OEM
                          release type  Production
                          partition     MainOS
                          built for     QC8974, ARM, Retail
                          kind          content
                          size          %d bytes, %s
                          files         3
                            Manifest     %10d  \\Windows\\Packages\\DsmFiles\\Contoso.Sample.MainOS.dsm.xml  (man.dsm.xml)
                            Regular               5  \\Windows\\System32\\a.cfg  (2_a.cfg)
                            Catalog      %10d  \\Windows\\System32\\catroot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\Contoso.Sample.MainOS.cat  (content.cat)
                          catalog       content.cat: version 2, 4 entries, made for Contoso.Sample.MainOS
                          signatures    as they stand in the file, not verified
                            cabinet Contoso.Sample.MainOS.spkg: not signed
                            catalog content.cat: not signed
                        """.formatted(
                        facts.size(), facts.sha256(), declared(facts, "Manifest"), declared(facts, "Catalog")));
    }

    @Test
    void showsAnUnsignedPackageAsJson() throws IOException {
        PackageInspection facts = inspect(unsignedPackage());

        assertThat(facts.toJson().lines().map(String::strip))
                .startsWith(
                        "{",
                        "\"file\": \"Contoso.Sample.MainOS.spkg\",",
                        "\"size\": " + facts.size() + ",",
                        "\"sha256\": \"" + facts.sha256().hex() + "\",",
                        "\"name\": \"Contoso.Sample.MainOS\",",
                        "\"style\": \"SPKG\",",
                        "\"version\": \"1.40.55.808\",",
                        "\"ownerType\": \"OEM\",",
                        "\"releaseType\": \"Production\",",
                        "\"partition\": \"MainOS\",",
                        "\"platform\": \"QC8974\",",
                        "\"cpuType\": \"ARM\",",
                        "\"buildType\": \"Retail\",",
                        "\"removal\": false,",
                        "\"binaryPartition\": false,",
                        "\"files\": [")
                .containsSequence(
                        "\"catalog\": {",
                        "\"member\": \"content.cat\",",
                        "\"version\": 2,",
                        "\"entries\": 4,",
                        "\"packageName\": \"Contoso.Sample.MainOS\"",
                        "},",
                        "\"parts\": [",
                        "{",
                        "\"part\": \"cabinet\",",
                        "\"name\": \"Contoso.Sample.MainOS.spkg\"",
                        "},",
                        "{",
                        "\"part\": \"catalog\",",
                        "\"name\": \"content.cat\"",
                        "}",
                        "]",
                        "}");
    }

    @Test
    void namesUsagesAndNestsSignatures() {
        CodeSignature inner = signature(DigestAlgorithm.SHA256, List.of());
        PackageInspection facts = withCabinet("a.spkg", signature(DigestAlgorithm.SHA1, List.of(inner)));

        assertThat(facts.toText().lines().dropWhile(line -> !line.startsWith("    cabinet")))
                .containsExactly(
                        "    cabinet a.spkg: signed",
                        "      signer      CN=Signer",
                        "      issuer      CN=Issuer",
                        "      thumbprint  00ff",
                        "      valid       2016-01-01T00:00:00Z to 2016-01-01T00:00:00Z",
                        "      usages      1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.76.5.20 (hal), 1.2.3",
                        "      digest      SHA-1",
                        "      time stamp  none",
                        "      nested signature",
                        "        signer      CN=Signer",
                        "        issuer      CN=Issuer",
                        "        thumbprint  00ff",
                        "        valid       2016-01-01T00:00:00Z to 2016-01-01T00:00:00Z",
                        "        usages      1.3.6.1.5.5.7.3.3 (code signing), 1.3.6.1.4.1.311.76.5.20 (hal), 1.2.3",
                        "        digest      SHA-256",
                        "        time stamp  none");
    }

    @Test
    void makesControlCharactersVisible() {
        PackageInspection facts = withCabinet("a\u001b[2J\"\n.spkg", signature(DigestAlgorithm.SHA256, List.of()));

        assertThat(facts.toText()).startsWith("a\\u001b[2J\"\\u000a.spkg\n");
        assertThat(facts.toJson()).contains("\"file\": \"a\\u001b[2J\\\"\\n.spkg\"");
    }

    @Test
    void refusesAFileThatIsNoPackage() {
        ByteSource text = ByteSource.of("a.txt", "no package".getBytes(UTF_8));

        assertThatThrownBy(() -> PackageInspection.of(text, FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.txt");
    }

    @Test
    void readsTheSignersOfARealTestSignedPackage() throws IOException {
        Path file = Samples.fileOrSkip("cbs-arm-testsigned", "Empyreal96.MainOS.Developer_Mode.cab");

        assertThat(inspect(file).parts())
                .extracting(InspectedPart::part, InspectedPart::name, part -> signerOf(part))
                .containsExactly(
                        tuple(
                                SignedPart.CABINET,
                                "Empyreal96.MainOS.Developer_Mode.cab",
                                "27cc4e1323c08a5ba2a62dc7f154c8af017c488f"),
                        tuple(SignedPart.CATALOG, "update.cat", "27cc4e1323c08a5ba2a62dc7f154c8af017c488f"));
    }

    private static String signerOf(InspectedPart part) {
        CodeSignature signature = part.signature();
        return signature == null ? "" : signature.signer().thumbprint();
    }

    private static long declared(PackageInspection facts, String fileType) {
        return facts.manifest().files().stream()
                .filter(file -> file.fileType().equals(fileType))
                .findFirst()
                .orElseThrow()
                .size();
    }

    private static PackageInspection inspect(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return PackageInspection.of(source, FormatLimits.defaults());
        }
    }

    private Path unsignedPackage() throws IOException {
        Path file = folder.resolve("Contoso.Sample.MainOS.spkg");
        PackageWriter.of(manifest())
                .file("\\Windows\\System32\\a.cfg", ByteSource.of("a.cfg", "a = 1".getBytes(UTF_8)))
                .writeTo(file, new SecurityCatalogBuilder(InstantSource.fixed(THEN)));
        return file;
    }

    private static PackageManifest manifest() {
        return PackageManifest.builder(PackageStyle.SPKG, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                .version(FirmwareVersion.parse("1.40.55.808"))
                .ownerType("OEM")
                .releaseType("Production")
                .buildType("Retail")
                .cpuType("ARM")
                .partition("MainOS")
                .platform("QC8974")
                .build();
    }

    private static PackageInspection withCabinet(String file, CodeSignature signature) {
        return new PackageInspection(
                file,
                1,
                Digest.sha256(new byte[1]),
                manifest(),
                new InspectedCatalog("content.cat", 2, 0, null),
                List.of(new InspectedPart(SignedPart.CABINET, file, signature)));
    }

    private static CodeSignature signature(DigestAlgorithm algorithm, List<CodeSignature> nested) {
        SignerCertificate signer = new SignerCertificate(
                "CN=Signer",
                "CN=Issuer",
                "1",
                "00ff",
                THEN,
                THEN,
                List.of("1.3.6.1.5.5.7.3.3", "1.3.6.1.4.1.311.76.5.20", "1.2.3"));
        return new CodeSignature(signer, algorithm, null, null, null, null, nested);
    }
}
