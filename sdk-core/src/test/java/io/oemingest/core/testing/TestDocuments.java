package io.oemingest.core.testing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Documents of an image build that break no rule, to be spoiled one text at a time. */
public final class TestDocuments {
    /** Targeting values that break no rule. */
    public static final Map<String, String> TARGETING = Map.of(
            "PhoneManufacturer", "CONTOSO",
            "PhoneManufacturerModelName", "D100_ROW",
            "PhoneMobileOperatorName", "000-DE",
            "PhoneFirmwareRevision", "00001.00040.00055.00808",
            "PhoneROMLanguage", "0409",
            "PhoneHardwareVariant", "D100",
            "PhoneModelName", "Demo 100");

    private static final String OEM_INPUT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OEMInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <Description>Contoso Demo</Description>
              <SOC>QC8974</SOC>
              <Device>DEMO_ROW</Device>
              <ReleaseType>Production</ReleaseType>
              <BuildType>fre</BuildType>
              <SupportedLanguages><UserInterface><Language>en-US</Language></UserInterface></SupportedLanguages>
              <BootUILanguage>en-US</BootUILanguage>
              <BootLocale>en-US</BootLocale>
              <Resolutions><Resolution>1080x1920</Resolution></Resolutions>
              <Features>
                <Microsoft><Feature>RELEASE_PRODUCTION</Feature></Microsoft>
                <OEM><Feature>CAMERA</Feature></OEM>
              </Features>
            </OEMInput>
            """;

    private TestDocuments() {}

    public static OemInput oemInput() {
        return read(OEM_INPUT);
    }

    /** The good input with one text in place of another. */
    public static OemInput oemInput(String text, String instead) {
        String changed = OEM_INPUT.replace(text, instead);
        if (changed.equals(OEM_INPUT)) {
            throw new AssertionError("The good input has no " + text);
        }
        return read(changed);
    }

    /** The facts of a package that sets targeting and platform of the image. */
    public static FactsBuilder customizations() {
        return FactsBuilder.of(PackageIdentity.of("Contoso", "DEMO_ROW", "Customizations.MainOS"))
                .targeting(TARGETING)
                .devicePlatform();
    }

    /** The same with one setting changed, or left out if {@code value} is null. */
    public static FactsBuilder customizations(String setting, String value) {
        Map<String, String> values = new TreeMap<>(TARGETING);
        if (value == null) {
            values.remove(setting);
        } else {
            values.put(setting, value);
        }
        return customizations().targeting(values);
    }

    private static OemInput read(String text) {
        try {
            return OemInput.read(
                    ByteSource.of("OEMInput.xml", text.getBytes(StandardCharsets.UTF_8)), FormatLimits.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
