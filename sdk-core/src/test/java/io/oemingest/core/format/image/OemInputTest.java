package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OemInputTest {
    @Test
    void readsTheInputOfARealPhone() throws IOException {
        OemInput input = read(Samples.fileOrSkip("device-lumia930", "OEMInput.xml"));

        assertThat(input.description())
                .isEqualTo(
                        "Windows Phone 8.10 MARTINI_LTE_ROW Retail FFU generation for ARM.fre with build number 9651.14234");
        assertThat(input.product()).isNull();
        assertThat(input.sv()).isEqualTo("Qualcomm");
        assertThat(input.soc()).isEqualTo("QC8974");
        assertThat(input.device()).isEqualTo("MARTINI_LTE_ROW");
        assertThat(input.releaseType()).isEqualTo("Production");
        assertThat(input.buildType()).isEqualTo("fre");
        assertThat(input.resolutions()).containsExactly("1080x1920");
        assertThat(input.languages().userInterface())
                .contains("pt-BR", "uz-Latn-UZ")
                .hasSizeGreaterThan(50);
        assertThat(input.packageFiles()).isEmpty();
    }

    @Test
    void readsAllRealInputs() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (Path file : Samples.filesOrSkip("oeminput.xml")) {
            OemInput input = read(file);
            assertThat(input.resolutions()).hasSize(1);
            assertThat(input.features().microsoft()).isNotEmpty();
            assertThat(input.languages().bootUi()).isNotNull();
            seen.merge(
                    input.device() + "",
                    input.releaseType() + "",
                    (a, b) -> a.compareTo(b) < 0 ? a + "," + b : b + "," + a);
        }

        assertThat(seen)
                .containsEntry("8016sbc", "Production,Test")
                .containsEntry("RPi-R", "Production,Test")
                .containsEntry("MARTINI_LTE_ROW", "Production");
    }

    @Test
    void readsNewAndOldElementsInAnyOrder() throws IOException {
        OemInput input = read("""
                <OEMInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                  <AdditionalSKUs><AdditionalSKU>sku</AdditionalSKU></AdditionalSKUs>
                  <Features><OEM><Feature>CAMERA</Feature></OEM><Microsoft><Feature>M1</Feature><Feature>M2</Feature></Microsoft></Features>
                  <PackageFiles><PackageFile>p.spkg</PackageFile></PackageFiles>
                  <InternalOptionalFeatures><OptionalFeature>i</OptionalFeature></InternalOptionalFeatures>
                  <MSOptionalFeatures><OptionalFeature>o</OptionalFeature></MSOptionalFeatures>
                  <ProductionOptionalFeatures><OptionalFeature>p1</OptionalFeature><OptionalFeature>p2</OptionalFeature></ProductionOptionalFeatures>
                  <BootLocale>en-US</BootLocale><BootUILanguage>de-DE</BootUILanguage>
                  <Resolutions><Resolution>480x800</Resolution></Resolutions>
                  <AdditionalFMs><AdditionalFM>a.xml</AdditionalFM><AdditionalFM>b.xml</AdditionalFM></AdditionalFMs>
                  <SupportedLanguages><Speech><Language>s</Language></Speech><Keyboard/><UserInterface><Language>u</Language></UserInterface></SupportedLanguages>
                  <Product>Manufacturing OS</Product><Description>d</Description><SV>v</SV><SOC>c</SOC><Device>x</Device>
                  <FormatDPP>true</FormatDPP><ExcludePrereleaseFeatures>false</ExcludePrereleaseFeatures>
                  <OEMDevicePlatform>o</OEMDevicePlatform><BuildType>chk</BuildType><ReleaseType>Test</ReleaseType>
                  <UserStoreMapData SourceDir="s" UserStoreDir="u"/>
                </OEMInput>""");

        assertThat(input)
                .isEqualTo(new OemInput(
                        "Manufacturing OS",
                        "d",
                        "v",
                        "c",
                        "x",
                        "Test",
                        "chk",
                        "true",
                        "false",
                        "o",
                        new OemInput.Languages(List.of("u"), List.of(), List.of("s"), "de-DE", "en-US"),
                        List.of("480x800"),
                        new OemInput.Features(
                                List.of("M1", "M2"),
                                List.of("CAMERA"),
                                new OemInput.EarlierFeatures(
                                        List.of("i"), List.of("p1", "p2"), List.of("o"), List.of("sku"))),
                        List.of("a.xml", "b.xml"),
                        List.of("p.spkg"),
                        new OemInput.UserStoreMap("s", "u")));
        assertThat(input.features().earlier().all()).containsExactly("i", "p1", "p2", "o", "sku");
    }

    @Test
    void leavesMissingValuesToTheRules() throws IOException {
        OemInput input =
                read("<OEMInput xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'><SOC/></OEMInput>");

        assertThat(input.soc()).isNull();
        assertThat(input.device()).isNull();
        assertThat(input.resolutions()).isEmpty();
        assertThat(input.features())
                .isEqualTo(new OemInput.Features(List.of(), List.of(), OemInput.EarlierFeatures.NONE));
    }

    @Test
    void refusesOtherDocumentsAndRepeatedElements() {
        assertThatThrownBy(() -> read("<OEMInput xmlns='http://schemas.microsoft.com/embedded/2019/06/ImageUpdate'/>"))
                .hasMessage("OEMInput.xml:1:78: the root element 'OEMInput' is in namespace"
                        + " 'http://schemas.microsoft.com/embedded/2019/06/ImageUpdate'");
        assertThatThrownBy(() -> read("<OEMInput xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'>\n"
                        + "<SOC>a</SOC><SOC>b</SOC></OEMInput>"))
                .hasMessage("OEMInput.xml:2:18: element 'SOC' occurs twice in 'OEMInput'");
    }

    private static OemInput read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return OemInput.read(source, FormatLimits.defaults());
        }
    }

    private static OemInput read(String xml) throws IOException {
        return OemInput.read(
                ByteSource.of("OEMInput.xml", xml.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
    }
}
