package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureSelectionTest {
    private static final String NAMESPACE = "xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'";
    private static final String INPUT = """
            <SV>Qualcomm</SV><SOC>QC1</SOC><Device>DEMO</Device><ReleaseType>Production</ReleaseType>
            <BuildType>fre</BuildType><BootUILanguage>de-DE</BootUILanguage><BootLocale>de-CH</BootLocale>
            <SupportedLanguages><UserInterface><Language>de-DE</Language><Language>fr-FR</Language></UserInterface>
            <Keyboard><Language>fr-FR</Language></Keyboard><Speech><Language>de-DE</Language></Speech></SupportedLanguages>
            <Resolutions><Resolution>480x800</Resolution></Resolutions>
            <Features><Microsoft><Feature>SKYPE</Feature></Microsoft><OEM><Feature>CAMERA</Feature></OEM></Features>""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <BasePackages><PackageFile Name="a.cab"/></BasePackages>|a.cab
                    <BasePackages><PackageFile Name="a.cab" Language="*"/></BasePackages>|a.cab a_Lang_de-DE.cab a_Lang_fr-FR.cab
                    <BasePackages><PackageFile Name="a.cab" Language="(DE-de;it-IT)"/></BasePackages>|a.cab a_Lang_de-DE.cab
                    <BasePackages><PackageFile Name="a.cab" Language="!(de-DE)"/></BasePackages>|a.cab a_Lang_fr-FR.cab
                    <BasePackages><PackageFile Name="a.cab" Resolution="*"/></BasePackages>|a.cab a_Res_480x800.cab
                    <BasePackages><PackageFile Name="a.cab" Resolution="(480X800)"/></BasePackages>|a.cab a_Res_480x800.cab
                    <BasePackages><PackageFile Name="a.cab" Resolution="!(480x800)"/></BasePackages>|a.cab
                    <BasePackages><PackageFile Name="a.cab" Language="(de-DE)" NoBasePackage="true"/></BasePackages>|a_Lang_de-DE.cab
                    <BasePackages><PackageFile Name="a.cab" CPUType="x86;arm"/><PackageFile Name="b.cab" CPUType="x86"/></BasePackages>|a.cab
                    <BootUILanguagePackageFile Name="a_$(bootuilanguage).cab"/>|a_de-DE.cab
                    <BootLocalePackageFile Name="a_$(BootLocale)_$(other).cab"/>|a_de-CH_$(other).cab
                    <Features><Microsoft><PackageFile Name="a.cab"><FeatureIDs><FeatureID>x</FeatureID><FeatureID>Skype</FeatureID></FeatureIDs></PackageFile></Microsoft></Features>|a.cab
                    <Features><OEM><PackageFile Name="a.cab"><FeatureIDs><FeatureID>SKYPE</FeatureID></FeatureIDs></PackageFile></OEM></Features>|``
                    <Features><OEM><PackageFile Name="a.cab"><FeatureIDs><FeatureID>CAMERA</FeatureID></FeatureIDs></PackageFile></OEM></Features>|a.cab
                    <CPUPackages><PackageFile Name="a.cab" CPUType="ARM"/><PackageFile Name="b.cab" CPUType="ARM64"/></CPUPackages>|a.cab
                    <ReleasePackages><PackageFile Name="a.cab" ReleaseType="Production"/><PackageFile Name="b.cab" ReleaseType="Test"/></ReleasePackages>|a.cab
                    <PrereleasePackages><PackageFile Name="a.cab" Type="protected"/><PackageFile Name="b.cab" Type="replacement"/></PrereleasePackages>|a.cab
                    <SOCPackages><PackageFile Name="a.cab" SOC="qc1"/><PackageFile Name="b.cab" SOC="QC2"/></SOCPackages>|a.cab
                    <DeviceLayoutPackages><PackageFile Name="a.cab" SOC="QC1"/><PackageFile Name="b.cab" SOC="QC2"/></DeviceLayoutPackages>|a.cab
                    <SVPackages><PackageFile Name="a.cab" SV="Qualcomm"/><PackageFile Name="b.cab" SV="Other"/></SVPackages>|a.cab
                    <DeviceSpecificPackages><PackageFile Name="a.cab" Device="DEMO"/><PackageFile Name="b.cab" Device="X"/></DeviceSpecificPackages>|a.cab
                    <OEMDevicePlatformPackages><PackageFile Name="a.cab" Device="DEMO"/><PackageFile Name="b.cab" Device="X"/></OEMDevicePlatformPackages>|a.cab
                    <SpeechPackages><PackageFile Name="a.cab" Language="(de-DE;fr-FR)"/></SpeechPackages>|a_Lang_de-DE.cab
                    <KeyboardPackages><PackageFile Name="a.cab" Language="*"/><PackageFile Name="b"/></KeyboardPackages>|a_Lang_fr-FR.cab b_Lang_fr-FR
                    """)
    void selectsByTheChoicesOfTheInput(String sections, String names) throws IOException {
        assertThat(names(INPUT, sections)).isEqualTo(names);
    }

    @Test
    void followsChoicesThatReplaceOthers() throws IOException {
        String input = "<Device>DEMO</Device><OEMDevicePlatform>X</OEMDevicePlatform>"
                + "<ExcludePrereleaseFeatures>true</ExcludePrereleaseFeatures>";
        String sections = "<PrereleasePackages><PackageFile Name='a.cab' Type='protected'/>"
                + "<PackageFile Name='b.cab' Type='replacement'/></PrereleasePackages>"
                + "<OEMDevicePlatformPackages><PackageFile Name='c.cab' Device='DEMO'/>"
                + "<PackageFile Name='d.cab' Device='X'/></OEMDevicePlatformPackages>"
                + "<BootUILanguagePackageFile Name='e_$(bootuilanguage).cab'/><BootLocalePackageFile Name='f.cab'/>";

        assertThat(names(input, sections)).isEqualTo("b.cab d.cab");
    }

    @Test
    void tellsPathAndLanguageOfEachPackage() throws IOException {
        FeatureManifest manifest = manifest("<BasePackages><PackageFile Name='a.cab' Language='(fr-FR)'"
                + " Path='$(mspackageroot)\\$(cputype)\\$(BUILDTYPE)' LangPath='%LANG%\\$(device)' Resolution='*'/>"
                + "</BasePackages>");
        FeaturePackage source = manifest.packages().get(0);

        assertThat(manifest.select(input(INPUT), "arm"))
                .containsExactly(
                        new SelectedPackage(source, "$(mspackageroot)\\arm\\fre", "a.cab", null, null),
                        new SelectedPackage(source, "%LANG%\\DEMO", "a_Lang_fr-FR.cab", "fr-FR", null),
                        new SelectedPackage(
                                source, "$(mspackageroot)\\arm\\fre", "a_Res_480x800.cab", null, "480x800"));
    }

    // The manifest is of a later system than the image, so that only the packages that both know can be compared.
    @Test
    void selectsThePackagesThatTheImageOfARealPhoneWasBuiltFrom() throws IOException {
        OemInput input = OemInput.read(real("OEMInput.xml"), FormatLimits.defaults());
        FeatureManifest manifest = FeatureManifest.read(real("MicrosoftPhoneFM.xml"), FormatLimits.defaults());
        List<HistoryPackage> image = UpdateHistory.read(real("UpdateHistory.xml"), FormatLimits.defaults())
                .events()
                .get(0)
                .packages();
        Set<String> known = keys(manifest.packages().stream().map(FeaturePackage::name));

        Set<String> selected = keys(manifest.select(input, "ARM").stream()
                .filter(each -> isIn(image, each.source().name()))
                .map(SelectedPackage::fileName));

        Set<String> built = keys(image.stream()
                .filter(each -> known.contains(stem(withoutSuffix(each.fileName()))))
                .map(HistoryPackage::fileName));
        assertThat(selected).isEqualTo(built).hasSize(132);
    }

    private static boolean isIn(List<HistoryPackage> image, String name) {
        return image.stream()
                .anyMatch(each -> stem(withoutSuffix(each.fileName())).equals(stem(name)));
    }

    private static Set<String> keys(Stream<String> fileNames) {
        return fileNames.map(FeatureSelectionTest::stem).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutSuffix(String fileName) {
        return fileName.replaceFirst("(?i)_(Lang|Res)_[^.]*", "");
    }

    private static String stem(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static ByteSource real(String name) throws IOException {
        return ByteSource.open(Samples.fileOrSkip("device-lumia930", name));
    }

    private static String names(String input, String sections) throws IOException {
        return manifest(sections).select(input(input), "ARM").stream()
                .map(SelectedPackage::fileName)
                .collect(Collectors.joining(" "));
    }

    private static OemInput input(String content) throws IOException {
        return OemInput.read(source("OEMInput", content), FormatLimits.defaults());
    }

    private static FeatureManifest manifest(String content) throws IOException {
        return FeatureManifest.read(source("FeatureManifest", content), FormatLimits.defaults());
    }

    private static ByteSource source(String root, String content) {
        String xml = "<" + root + " " + NAMESPACE + ">" + content + "</" + root + ">";
        return ByteSource.of(root + ".xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
