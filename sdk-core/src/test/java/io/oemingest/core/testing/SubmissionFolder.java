package io.oemingest.core.testing;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.PartialImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of a partial image as an OEM's build leaves them: real packages, update history and OEM input. */
public final class SubmissionFolder {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";
    private static final String IU = "http://schemas.microsoft.com/embedded/2004/10/ImageUpdate";
    private static final SecurityCatalogBuilder CATALOGS =
            new SecurityCatalogBuilder(InstantSource.fixed(Instant.parse("2026-11-22T06:16:00Z")));

    private static final ByteSource DEVICE_PLATFORM =
            ByteSource.of("OEMDevicePlatform.xml", """
            <OEMDevicePlatform xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <MinSectorCount>30535680</MinSectorCount>
              <DevicePlatformID>Contoso.MSM8974.D100</DevicePlatformID>
            </OEMDevicePlatform>
            """.getBytes(StandardCharsets.UTF_8));

    private final Path root;
    private final List<PackageManifest> history = new ArrayList<>();

    private SubmissionFolder(Path root) {
        this.root = root;
    }

    /** Makes the empty folder. */
    public static SubmissionFolder in(Path root) throws IOException {
        Files.createDirectories(root.resolve("packages"));
        return new SubmissionFolder(root);
    }

    /** Three packages that break no rule, one of them with targeting values, and the documents of their image. */
    public static SubmissionFolder good(Path root) throws IOException {
        SubmissionFolder folder = in(root);
        folder.add(contoso("MainOS").build(), 5000);
        folder.add(contoso("EFIESP").partition("EFIESP").build(), 300);
        folder.addCustomizations(TestDocuments.TARGETING);
        folder.writeDocuments();
        return folder;
    }

    /** Facts of a good package. */
    public static PackageManifest.Builder contoso(String subComponent) {
        return retail(PackageStyle.SPKG, PackageIdentity.of("Contoso", "BASE.Phone", subComponent));
    }

    public static PackageManifest.Builder retail(PackageStyle style, PackageIdentity identity) {
        return PackageManifest.retail(style, identity).platform("QC8974").version(FirmwareVersion.parse("1.40.55.808"));
    }

    /** Writes a package with one file of this size and enters it into the history. */
    public Path add(PackageManifest facts, int size) throws IOException {
        return write(facts, PackageWriter.of(facts).file("\\Windows\\System32\\data.bin", content(size)));
    }

    public Path addCustomizations(Map<String, String> values) throws IOException {
        PackageIdentity identity = PackageIdentity.of("Contoso", "DEMO_ROW", "Customizations.MainOS");
        PackageManifest facts = retail(PackageStyle.SPKG, identity).build();
        List<RegistryValue> registry = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> RegistryValue.text(KEY, each.getKey(), each.getValue()))
                .toList();
        return write(
                facts,
                PackageWriter.of(facts)
                        .registry(registry)
                        .file("\\Windows\\ImageUpdate\\OEMDevicePlatform.xml", DEVICE_PLATFORM));
    }

    /** Writes update history and OEM input of an image that holds exactly the packages added so far. */
    public void writeDocuments() throws IOException {
        StringBuilder packages = new StringBuilder();
        history.forEach(each -> packages.append(historyEntry(each)));
        Files.writeString(updateHistory(), """
                <?xml version="1.0" encoding="UTF-8"?>
                <UpdateHistory xmlns="%s"><UpdateEvents><UpdateEvent>
                <Sequence>1</Sequence><DateTime>2016-03-01T10:20:30Z:: </DateTime>
                <UpdateOSOutput><Description>Contoso Demo</Description><OverallResult>0</OverallResult>
                <UpdateState>Update Complete</UpdateState>
                <Packages>
                %s</Packages></UpdateOSOutput></UpdateEvent></UpdateEvents></UpdateHistory>
                """.formatted(IU, packages));
        Files.writeString(oemInput(), """
                <?xml version="1.0" encoding="UTF-8"?>
                <OEMInput xmlns="%s"><Description>Contoso Demo</Description><SOC>QC8974</SOC><Device>DEMO_ROW</Device>
                <ReleaseType>Production</ReleaseType><BuildType>fre</BuildType>
                <SupportedLanguages><UserInterface><Language>en-US</Language></UserInterface></SupportedLanguages>
                <BootUILanguage>en-US</BootUILanguage><BootLocale>en-US</BootLocale>
                <Resolutions><Resolution>1080x1920</Resolution></Resolutions></OEMInput>
                """.formatted(IU));
    }

    public Path packages() {
        return root.resolve("packages").toAbsolutePath();
    }

    public Path updateHistory() {
        return root.resolve("UpdateHistory.xml");
    }

    public Path oemInput() {
        return root.resolve("OEMInput.xml");
    }

    public PartialImage contextual() {
        return new PartialImage.Contextual(updateHistory(), oemInput(), packages(), ProductType.WINDOWS_PHONE_BLUE);
    }

    public PartialImage contextFree() {
        return new PartialImage.ContextFree(packages(), ProductType.WINDOWS_PHONE_BLUE);
    }

    /** The whole image; its history says that it was built in {@code c:\\out} of another machine. */
    public Image image() {
        return new Image(updateHistory(), oemInput(), ProductType.WINDOWS_PHONE_BLUE)
                .withPackageRoots(PackageRoots.NONE.with("C:\\OUT", packages()));
    }

    /** The catalog of an image; the image is a small one whose catalog is not signed. */
    public FfuCatalog ffuCatalog() throws IOException {
        Path image = root.resolve("flash.ffu").toAbsolutePath();
        Files.write(image, TestImages.ffu());
        return new FfuCatalog(updateHistory(), oemInput(), image, ProductType.WINDOWS_PHONE_BLUE);
    }

    private Path write(PackageManifest facts, PackageWriter writer) throws IOException {
        Path file = packages().resolve(PackageWriter.fileName(facts));
        writer.writeTo(file, CATALOGS);
        history.add(facts);
        return file;
    }

    private static ByteSource content(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return ByteSource.of("data.bin", bytes);
    }

    private static String historyEntry(PackageManifest facts) {
        FirmwareVersion version = facts.version();
        String identity = "<Owner>" + facts.identity().owner() + "</Owner><Component>"
                + facts.identity().component() + "</Component><SubComponent>"
                + facts.identity().subComponent() + "</SubComponent>";
        return """
                <Package><Identity>%s<Version Major="%d" Minor="%d" QFE="%d" Build="%d"/></Identity>
                <ReleaseType>Production</ReleaseType><OwnerType>OEM</OwnerType><BuildType>Retail</BuildType>
                <CpuType>ARM</CpuType><Partition>%s</Partition><IsRemoval>false</IsRemoval>
                <IsBinaryPartition>false</IsBinaryPartition><PackageFile>\\\\?\\c:\\out\\%s.spkg</PackageFile>
                <PackageType>Invalid</PackageType></Package>
                """.formatted(
                        identity,
                        version.major(),
                        version.minor(),
                        version.qfe(),
                        version.build(),
                        facts.partition(),
                        facts.name());
    }

    /** UTF-8 text of a file. */
    public static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
