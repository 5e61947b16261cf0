package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OemInputRoundTripTest {
    private static final int DOCUMENTS = 100;

    @Test
    void readsBackWhatItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            OemInput input = input(chance, earlier(chance));

            assertThat(OemInput.read(ByteSource.of("OEMInput.xml", input.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(input);
        });
    }

    @Test
    void writesWhatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("OEMInput.xsd");
        // The schema at hand is of Windows 10 and does not know the elements of Windows Phone 8.
        Chance.many(
                DOCUMENTS,
                chance -> schema.accept(
                        input(chance, OemInput.EarlierFeatures.NONE).toBytes()));
    }

    @Test
    void writesTheOrderOfRealInputs() {
        OemInput input = new OemInput(
                null,
                "Contoso",
                "Qualcomm",
                "QC8974",
                "DEMO",
                "Production",
                "fre",
                null,
                null,
                null,
                new OemInput.Languages(List.of("en-US", "de-DE"), List.of("en-US"), List.of(), "en-US", "en-US"),
                List.of("1080x1920"),
                new OemInput.Features(List.of("A"), List.of("B"), OemInput.EarlierFeatures.NONE),
                List.of("%DIR%\\ContosoFM.xml"),
                List.of(),
                null);

        assertThat(new String(input.toBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <OEMInput xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
                          <Description>Contoso</Description>
                          <SV>Qualcomm</SV>
                          <SOC>QC8974</SOC>
                          <Device>DEMO</Device>
                          <ReleaseType>Production</ReleaseType>
                          <BuildType>fre</BuildType>
                          <SupportedLanguages>
                            <UserInterface>
                              <Language>en-US</Language>
                              <Language>de-DE</Language>
                            </UserInterface>
                            <Keyboard>
                              <Language>en-US</Language>
                            </Keyboard>
                          </SupportedLanguages>
                          <BootUILanguage>en-US</BootUILanguage>
                          <BootLocale>en-US</BootLocale>
                          <Resolutions>
                            <Resolution>1080x1920</Resolution>
                          </Resolutions>
                          <Features>
                            <Microsoft>
                              <Feature>A</Feature>
                            </Microsoft>
                            <OEM>
                              <Feature>B</Feature>
                            </OEM>
                          </Features>
                          <AdditionalFMs>
                            <AdditionalFM>%DIR%\\ContosoFM.xml</AdditionalFM>
                          </AdditionalFMs>
                        </OEMInput>""".replace("\n", "\r\n"));
    }

    private static OemInput input(Chance chance, OemInput.EarlierFeatures earlier) {
        return new OemInput(
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.text(),
                chance.text(),
                chance.oneOf(List.of("Test", "Production")),
                chance.oneOf(List.of("fre", "chk", "%BUILDTYPE%")),
                chance.maybe(() -> chance.oneOf(List.of("true", "false"))),
                chance.maybe(() -> chance.oneOf(List.of("true", "false"))),
                chance.maybe(chance::text),
                new OemInput.Languages(
                        chance.some(4, chance::text),
                        chance.list(3, chance::text),
                        chance.list(3, chance::text),
                        chance.text(),
                        "x"),
                chance.some(4, chance::text),
                new OemInput.Features(chance.list(3, chance::text), chance.list(3, chance::text), earlier),
                chance.list(3, chance::text),
                chance.list(3, chance::text),
                chance.maybe(() -> new OemInput.UserStoreMap(chance.maybe(chance::text), chance.maybe(chance::text))));
    }

    private static OemInput.EarlierFeatures earlier(Chance chance) {
        return new OemInput.EarlierFeatures(
                chance.list(2, chance::text),
                chance.list(2, chance::text),
                chance.list(2, chance::text),
                chance.list(2, chance::text));
    }
}
