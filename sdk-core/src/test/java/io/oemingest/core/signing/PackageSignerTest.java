package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.HAL_SIGNER;
import static io.oemingest.core.signing.TestPackages.LIMITS;
import static io.oemingest.core.signing.TestPackages.OEM;
import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackageSignerTest {
    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void packages() {
        packages = new TestPackages(folder);
    }

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void whatItSignsIsVerified(PackageStyle style) throws Exception {
        packages.style(style);
        VerifiedPackage verified = TestPackages.verify(packages.signed(), POLICY);
        SignerCertificate signer = SignerCertificate.of(OEM_SIGNER.certificate());
        assertThat(verified.cabinet().signer()).isEqualTo(signer);
        assertThat(verified.catalog().signer()).isEqualTo(signer);
        assertThat(verified.images()).hasSize(1);
        assertThat(verified.images().values())
                .allSatisfy(image -> assertThat(image.signer()).isEqualTo(signer));
    }

    @Test
    void asksForEachPartInTheOrderOfSigning() throws Exception {
        List<String> asked = new ArrayList<>();
        Path signed = packages.signed(packages.unsigned(), (part, name, present) -> {
            asked.add(part + " " + name.replaceAll("^\\d+-", "") + " " + (present == null ? "-" : present.ekus()));
            return part == SignedPart.PE ? HAL_SIGNER.identity() : OEM_SIGNER.identity();
        });
        assertThat(asked).containsExactly("PE 4_sample.dll -", "CATALOG content.cat -", "CABINET contoso.spkg -");

        asked.clear();
        packages.signed(signed, (part, name, present) -> {
            asked.add(part + " " + Objects.requireNonNull(present).ekus());
            return OEM_SIGNER.identity();
        });
        assertThat(asked).containsExactly("PE " + TestPackages.HAL, "CATALOG " + OEM, "CABINET " + OEM);
    }

    @Test
    void leavesEverythingElseByteForByte() throws Exception {
        Path unsigned = packages.unsigned();
        Path signed = packages.signed(unsigned, (part, name, present) -> OEM_SIGNER.identity());
        Map<String, Digest> before = members(unsigned);
        Map<String, Digest> after = members(signed);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        List<String> changed = before.keySet().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .toList();
        assertThat(changed).containsExactlyInAnyOrder("4_sample.dll", "content.cat");
        assertThat(shapes(signed)).isEqualTo(shapes(unsigned));
    }

    @Test
    void resigningReplacesEverySignature() throws Exception {
        Path once = packages.signed();
        Path twice = packages.signed(once, (part, name, present) -> OEM_SIGNER.identity());
        assertThat(TestPackages.verify(twice, POLICY).images()).hasSize(1);
        assertThat(list(twice)).isEqualTo(list(once));
    }

    static Stream<CabinetCompression> compressions() {
        return Stream.of(
                CabinetCompression.STORED,
                CabinetCompression.MSZIP,
                CabinetCompression.lzx(15),
                CabinetCompression.lzx(18),
                CabinetCompression.lzx(21));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void packsAsTheInputIsPacked(CabinetCompression compression) throws Exception {
        Path signed = packages.packed(compression).signed();
        assertThat(compressions(signed)).containsOnly(compression);
        assertThat(TestPackages.verify(signed, POLICY).images()).hasSize(1);
    }

    @Test
    void keepsTheFoldersOfTheCabinet() throws Exception {
        Path mixed = mixed(packages.unsigned());
        Path signed = packages.signed(mixed, (part, name, present) -> OEM_SIGNER.identity());
        assertThat(folders(signed)).isEqualTo(folders(mixed)).hasSize(5);
        assertThat(TestPackages.verify(signed, POLICY).images()).hasSize(1);
    }

    /** The same members, those at even places in one folder and the others in a second. */
    private Path mixed(Path file) throws IOException {
        Path target = packages.fresh("mixed.spkg");
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            CabinetWriter writer = CabinetWriter.create(CabinetCompression.lzx(15));
            List<CabinetMember> members = cabinet.members();
            for (int first = 0; first < 2; first++) {
                for (int i = first; i < members.size(); i += 2) {
                    CabinetMember each = members.get(i);
                    writer.add(each, ByteSource.of(each.name(), cabinet.readAll(each, 1 << 20)));
                }
                writer.startFolder(CabinetCompression.MSZIP);
            }
            writer.writeTo(target);
        }
        return target;
    }

    private static List<String> folders(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            return cabinet.members().stream()
                    .map(each -> each.folder() + " " + cabinet.compression(each) + " " + each.name())
                    .toList();
        }
    }

    @Test
    void packsRealPackagesAgainAsTheyWerePacked() throws Exception {
        try (Stream<Path> files = Files.list(Samples.folderOrSkip("cbs-arm-testsigned"))) {
            List<Path> cabinets =
                    files.filter(file -> file.toString().endsWith(".cab")).toList();
            assertThat(cabinets).isNotEmpty();
            for (Path file : cabinets) {
                Path signed = packages.signed(file, (part, name, present) -> OEM_SIGNER.identity());
                assertThat(compressions(signed)).isEqualTo(compressions(file)).containsOnly(CabinetCompression.lzx(15));
                assertThat(list(signed)).isEqualTo(list(file));
            }
        }
    }

    private static Set<CabinetCompression> compressions(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            return cabinet.members().stream().map(cabinet::compression).collect(Collectors.toSet());
        }
    }

    @Test
    void leavesNothingInTheScratchFolder() throws Exception {
        Path unsigned = packages.unsigned();
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        try (ByteSource source = ByteSource.open(unsigned)) {
            new PackageSigner((part, name, present) -> OEM_SIGNER.identity(), TestPackages.TIME, LIMITS)
                    .sign(FirmwarePackage.read(source, LIMITS), folder.resolve("out.spkg"), scratch);
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void refusalLeavesNothingBehind() throws Exception {
        Path unsigned = packages.unsigned();
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Path target = folder.resolve("out.spkg");
        PackageSigner signer = new PackageSigner(
                (part, name, present) -> {
                    if (part == SignedPart.CABINET) {
                        throw new SigningRefusedException(Location.ofFile(name), "is not for us");
                    }
                    return OEM_SIGNER.identity();
                },
                TestPackages.TIME,
                LIMITS);
        try (ByteSource source = ByteSource.open(unsigned)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
            assertThatThrownBy(() -> signer.sign(firmware, target, scratch))
                    .isInstanceOf(SigningRefusedException.class)
                    .hasMessage(unsigned.getFileName() + ": is not for us");
        }
        assertThat(scratch).isEmptyDirectory();
        assertThat(target).doesNotExist();
    }

    private static Map<String, Digest> members(Path file) throws IOException {
        Map<String, Digest> digests = new LinkedHashMap<>();
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            for (CabinetMember member : cabinet.members()) {
                digests.put(member.name(), Digest.sha256(cabinet.readAll(member, LIMITS.maxInMemory())));
            }
        }
        return digests;
    }

    private static List<String> shapes(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Stream<CabinetMember> members = Cabinet.read(source, LIMITS).members().stream();
            return members.map(member -> member.name() + " " + member.modified() + " " + member.attributes())
                    .toList();
        }
    }

    private static List<CatalogMember> list(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            byte[] catalog = FirmwarePackage.read(source, LIMITS).catalogBytes();
            return SecurityCatalog.read(ByteSource.of("cat", catalog), LIMITS).members();
        }
    }
}
