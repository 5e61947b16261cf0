package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.DiffPackage.DiffProblem;
import io.oemingest.core.format.pkg.DiffPackage.Kind;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.FirmwareVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffPackageTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String TARGET = "\\Windows\\Packages\\DsmFiles\\Contoso.BASE.Phone.PLAT.dsm.xml";
    static final String DDSM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <DiffPackage xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <SourceVersion Major="1" Minor="40" QFE="55" Build="807" />
              <TargetVersion Major="1" Minor="40" QFE="55" Build="808" />
              <SourceHash>%s</SourceHash>
              <Name>contoso.base.phone.plat</Name>
              <Files>
                <DiffFileEntry>
                  <FileType>Manifest</FileType><DevicePath>%s</DevicePath><CabPath>man.dsm.xml</CabPath><DiffType>TargetDSM</DiffType>
                </DiffFileEntry>
                <DiffFileEntry>
                  <FileType>Regular</FileType><DevicePath>\\ACPI\\dsdt.aml</DevicePath><CabPath>2_dsdt.aml</CabPath><DiffType>Delta</DiffType>
                </DiffFileEntry>
                <DiffFileEntry>
                  <FileType>Regular</FileType><DevicePath>\\ACPI\\old.aml</DevicePath><DiffType>Remove</DiffType>
                </DiffFileEntry>
              </Files>
            </DiffPackage>""".formatted(HASH.toUpperCase(Locale.ROOT), TARGET);

    @TempDir
    Path folder;

    @Test
    void readsEveryFact() throws IOException {
        DiffPackage diff = read(members(DDSM));

        assertThat(diff)
                .isEqualTo(new DiffPackage(
                        "contoso.base.phone.plat",
                        new FirmwareVersion(1, 40, 55, 807),
                        new FirmwareVersion(1, 40, 55, 808),
                        new Digest(DigestAlgorithm.SHA256, HASH),
                        DsmReader.read(
                                ByteSource.of("man.dsm.xml", Manifests.DSM.getBytes(StandardCharsets.UTF_8)),
                                FormatLimits.defaults()),
                        List.of(
                                new DiffFile("Manifest", TARGET, "man.dsm.xml", "TargetDSM"),
                                new DiffFile("Regular", "\\ACPI\\dsdt.aml", "2_dsdt.aml", "Delta"),
                                new DiffFile("Regular", "\\ACPI\\old.aml", null, "Remove")),
                        List.of()));
        assertThat(diff.files())
                .extracting(DiffFile::type)
                .containsExactly(DiffType.TARGET_DSM, DiffType.DELTA, DiffType.REMOVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    contoso.base.phone.plat|Other|NAME|is called 'Other', its target 'Contoso.BASE.Phone.PLAT'
                    Build="807"|Build="808"|VERSION|leads from version 1.40.55.808 to 1.40.55.808, which is not higher
                    Build="808"|Build="809"|VERSION|leads to version 1.40.55.809, its target has 1.40.55.808
                    >TargetDSM<|>Canonical<|TARGET_DSM|has 0 entries of type TargetDSM, expected one for \\Windows\\Packages\\DsmFiles\\Contoso.BASE.Phone.PLAT.dsm.xml
                    >Delta<|>Patch<|DIFF_TYPE|\\ACPI\\dsdt.aml: the difference type 'Patch' is not known
                    >Delta<|>Remove<|TARGET_FILE|\\ACPI\\dsdt.aml: the difference type is Remove, and the target has the file
                    <DiffType>Remove<|<CabPath>2_dsdt.aml</CabPath><DiffType>Canonical<|TARGET_FILE|\\ACPI\\old.aml: the difference type is Canonical, and the target does not have the file
                    <FileType>Regular</FileType><DevicePath>\\ACPI\\dsdt|<FileType>BinaryPartition</FileType><DevicePath>\\ACPI\\dsdt|TARGET_FILE|\\ACPI\\dsdt.aml: has the type BinaryPartition, in the target Regular
                    >2_dsdt.aml<|>9_dsdt.aml<|MEMBER|\\ACPI\\dsdt.aml: the cabinet does not have the member 9_dsdt.aml
                    """)
    void namesEveryBrokenRule(String from, String to, Kind kind, String text) throws IOException {
        String changed = DDSM.replace(from, to);
        assertThat(changed).isNotEqualTo(DDSM);

        assertThat(read(members(changed)).problems()).containsExactly(new DiffProblem(kind, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <SourceHash>0|<SourceHash>x|test.spku/dman.ddsm.xml:5:15: element 'SourceHash' is no SHA-256 digest: 'x123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF'
                    SourceVersion|Sourceversion|test.spku/dman.ddsm.xml:2:80: element 'DiffPackage' has no 'SourceVersion'
                    <Name>contoso.base.phone.plat</Name>|<Name/>|test.spku/dman.ddsm.xml:6:10: element 'Name' is empty
                    Build="807"|Build="70000"|test.spku/dman.ddsm.xml:3:64: the version is not four numbers from 0 to 65535: '1.40.55.70000'
                    <DiffType>Delta</DiffType>|' '|test.spku/dman.ddsm.xml:11:20: element 'DiffFileEntry' has no 'DiffType'
                    """)
    void pointsAtTheWrongPlace(String from, String to, String message) {
        String changed = DDSM.replace(from, to);
        assertThat(changed).isNotEqualTo(DDSM);

        assertThatThrownBy(() -> read(members(changed)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void isKnownByItsSecondManifest() throws IOException {
        Map<String, String> members = members(DDSM);
        Path file = Manifests.write(folder, "test.spku", members);
        try (ByteSource source = ByteSource.open(file)) {
            assertThat(DiffPackage.isDiff(Cabinet.read(source, FormatLimits.defaults())))
                    .isTrue();
        }
        members.remove("dman.ddsm.xml");

        assertThatThrownBy(() -> read(members))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("test.spku: is no difference package: it has no 'dman.ddsm.xml'");
    }

    @Test
    void survivesEveryChangeOfOneByteOfTheManifest() throws IOException {
        PackageManifest target = read(members(DDSM)).target();
        byte[] text = DDSM.getBytes(StandardCharsets.UTF_8);
        int readable = 0;
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            readable += readOrRefuse(changed, target) ? 1 : 0;
        }

        assertThat(readable).isBetween(1, text.length - 1);
    }

    private static boolean readOrRefuse(byte[] text, PackageManifest target) throws IOException {
        try {
            DiffReader.read(ByteSource.of("dman.ddsm.xml", text), target, FormatLimits.defaults());
            return true;
        } catch (MalformedFileException e) {
            assertThat(e.location().line()).as(e.getMessage()).isNotNull();
            return false;
        }
    }

    private DiffPackage read(Map<String, String> members) throws IOException {
        try (ByteSource source = ByteSource.open(Manifests.write(folder, "test.spku", members))) {
            return DiffPackage.read(source, FormatLimits.defaults());
        }
    }

    private static Map<String, String> members(String ddsm) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("man.dsm.xml", Manifests.DSM);
        members.put("dman.ddsm.xml", ddsm);
        members.put("2_dsdt.aml", "delta");
        return members;
    }
}
