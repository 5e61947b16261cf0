package io.oemingest.core.format.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The readers of this package under attack. */
public final class ImageReaders {
    private static final String HISTORY = """
            <UpdateHistory xmlns='http://schemas.microsoft.com/embedded/2004/10/ImageUpdate'><UpdateEvents><UpdateEvent>
            <Sequence>1</Sequence><DateTime>2016-03-01T10:20:30Z:: </DateTime><Summary>s</Summary><UpdateOSOutput>
            <Description>d</Description><OverallResult>0</OverallResult><UpdateState>update complete</UpdateState><Packages>
            <Package><Identity><Owner>A</Owner><Component>B</Component><SubComponent>C</SubComponent>
            <Version Major='1' Minor='2' QFE='3' Build='4'/></Identity><Culture>de-de</Culture><IsRemoval>true</IsRemoval>
            <PackageFile>\\\\?\\c:\\A.B.C.spkg</PackageFile><PackageIdentity>A.B.C~1~arm~~1.2.3.4</PackageIdentity></Package>
            </Packages></UpdateOSOutput></UpdateEvent></UpdateEvents></UpdateHistory>""";
    private static final String OEM_INPUT = """
            <OEMInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate"><Description>d</Description>
            <SOC>c</SOC><Device>x</Device><ReleaseType>Test</ReleaseType><BuildType>chk</BuildType><FormatDPP>true</FormatDPP>
            <SupportedLanguages><UserInterface><Language>u</Language></UserInterface><Keyboard/></SupportedLanguages>
            <BootUILanguage>de-DE</BootUILanguage><Resolutions><Resolution>480x800</Resolution></Resolutions>
            <AdditionalFMs><AdditionalFM>a.xml</AdditionalFM></AdditionalFMs><Features><Microsoft><Feature>M</Feature>
            </Microsoft><OEM><Feature>O</Feature></OEM></Features></OEMInput>""";
    private static final List<RegistryValue> REGISTRY = List.of(
            RegistryValue.text("HKEY_LOCAL_MACHINE\\K", "", "default"),
            RegistryValue.text("HKEY_LOCAL_MACHINE\\K", "Path\\\"", "C:\\x\\"),
            new RegistryValue("HKEY_LOCAL_MACHINE\\L", "Multi", "REG_MULTI_SZ", "a\nbc"),
            new RegistryValue("HKEY_LOCAL_MACHINE\\L", "Number", "REG_DWORD", "0000002a"),
            new RegistryValue("HKEY_LOCAL_MACHINE\\L", "Binary", "REG_BINARY", "01ff".repeat(14)));

    private static final RegistryAppendFile APPEND = new RegistryAppendFile(
            List.of(new RegistryAppendFile.Append("HKEY_LOCAL_MACHINE\\K", "Groups", List.of("a", "bc"))));

    private ImageReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                document("update-history", HISTORY, ImageReaders::readHistory),
                document(
                        "update-input",
                        UpdateSideFilesTest.INPUT,
                        source -> rewrite(source, UpdateInput::read, UpdateInput::toBytes)),
                document(
                        "update-output",
                        UpdateSideFilesTest.OUTPUT,
                        source -> rewrite(source, UpdateOutput::read, UpdateOutput::toBytes)),
                document("oem-input", OEM_INPUT, source -> rewrite(source, OemInput::read, OemInput::toBytes)),
                document("feature-manifest", FeatureManifestTest.FULL, ImageReaders::readFeatures),
                document(
                        "oem-device-platform",
                        OemDevicePlatformTest.FULL,
                        source -> rewrite(source, OemDevicePlatform::read, OemDevicePlatform::toBytes)),
                document(
                        "device-layout",
                        DeviceLayoutTest.STORES,
                        source -> rewrite(source, DeviceLayout::read, DeviceLayout::toBytes)),
                document(
                        "image-customizations",
                        ImageCustomizationsTest.FULL,
                        source -> ImageCustomizations.read(source, HostileReader.LIMITS)
                                .deviceTargeting()),
                new HostileReader(
                        "registry-append",
                        () -> List.of(APPEND.toBytes()),
                        source -> rewrite(source, RegistryAppendFile::read, RegistryAppendFile::toBytes)),
                new HostileReader(
                        "platform-config",
                        () -> List.of("NAME=P1\nSWVERSION=1.2.3.4\nAKVERSION=1.2\n".getBytes(UTF_8)),
                        source -> PlatformConfig.read(source, HostileReader.LIMITS)
                                .firmwareVersion()),
                new HostileReader(
                        "registry",
                        () -> List.of(new RegistryFile(REGISTRY).toBytes()),
                        source -> rewrite(source, RegistryFile::read, RegistryFile::toBytes)));
    }

    private static HostileReader document(String name, String text, HostileReader.Reading reading) {
        return new HostileReader(name, () -> List.of(text.getBytes(UTF_8)), reading);
    }

    private static void readHistory(ByteSource source) throws IOException {
        UpdateHistory history = rewrite(source, UpdateHistory::read, UpdateHistory::toBytes);
        Expect.same(history.installedPackages(), history.installedPackages(), "what is installed is stable");
        history.events().forEach(event -> event.packages().forEach(HistoryPackage::fileName));
    }

    private static void readFeatures(ByteSource source) throws IOException {
        byte[] written = FeatureManifest.read(source, HostileReader.LIMITS).toBytes();
        FeatureManifest again = FeatureManifest.read(ByteSource.of(source.name(), written), HostileReader.LIMITS);
        Expect.that(Arrays.equals(written, again.toBytes()), "a written manifest is read and written again as it is");
    }

    private interface Reader<T> {
        T read(ByteSource source, FormatLimits limits) throws IOException;
    }

    // What was accepted can be written, and says the same when it is read again. Indentation may make it longer.
    private static <T> T rewrite(ByteSource source, Reader<T> reader, Function<T, byte[]> writer) throws IOException {
        T facts = reader.read(source, HostileReader.LIMITS);
        ByteSource written = ByteSource.of(source.name(), writer.apply(facts));
        Expect.same(facts, reader.read(written, FormatLimits.defaults()), "a written document reads equal");
        return facts;
    }
}
