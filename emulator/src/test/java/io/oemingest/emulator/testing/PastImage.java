package io.oemingest.emulator.testing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageDetails;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An image of Contoso's that was signed long ago, with the facts that updates are judged by and no files. */
public final class PastImage {
    private static final String HISTORY = """
            <UpdateHistory xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <UpdateEvents><UpdateEvent><Sequence>1</Sequence><DateTime>2015-06-15T17:52:13Z</DateTime>
                <UpdateOSOutput><OverallResult>0</OverallResult><UpdateState>Update Complete</UpdateState>
                  <Packages><Package>
                    <Identity><Owner>Microsoft</Owner><Component>MainOS</Component><SubComponent>Production</SubComponent>
                      <Version Major="%d" Minor="%d" QFE="%d" Build="%d"/></Identity>
                    <Partition>MainOS</Partition><PackageFile>c:\\out\\Microsoft.MainOS.Production.spkg</PackageFile>
                  </Package></Packages>
                </UpdateOSOutput>
              </UpdateEvent></UpdateEvents>
            </UpdateHistory>
            """;
    private static final String OEM_INPUT = """
            <OEMInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <SOC>QC8974</SOC><Device>Phone</Device><ReleaseType>Production</ReleaseType><BuildType>fre</BuildType>
              <Features><Microsoft>%s</Microsoft></Features>
            </OEMInput>
            """;

    private final String firmware;
    private final DeviceTargeting targeting;
    private final List<PackageFacts> packages = new ArrayList<>();
    private String customizations;
    private String system = "8.10.12349.825";
    private String features = "<Feature>STANDARD_FEATURE_1</Feature>";

    private PastImage(String firmware, DeviceTargeting targeting) {
        this.firmware = firmware;
        this.targeting = targeting;
        this.customizations = firmware;
    }

    /** An image of this firmware for one phone and operator; its customizations have the same version. */
    public static PastImage of(String device, String operator, String firmware) {
        Map<String, String> values = Map.of(
                "PhoneManufacturer", "Contoso",
                "PhoneManufacturerModelName", device,
                "PhoneMobileOperatorName", operator,
                "PhoneFirmwareRevision", firmware);
        return new PastImage(firmware, new DeviceTargeting(Location.ofFile("customizations"), values));
    }

    /** With this version of its customizations, whose content is the same for the same version. */
    public PastImage customizations(String version) {
        customizations = version;
        return this;
    }

    /** Built upon this operating system. */
    public PastImage system(String version) {
        system = version;
        return this;
    }

    /** Built with this optional feature of the operating system alone. */
    public PastImage feature(String name) {
        features = "<Feature>" + name + "</Feature>";
        return this;
    }

    /** With a package {@code Contoso.<component>}. */
    public PastImage with(String component, String version, String content) {
        packages.add(facts(PackageIdentity.of("Contoso", component, null), version, content, null));
        return this;
    }

    /** Everything that is known of the image. */
    public SubmissionContents contents() {
        List<PackageFacts> all = new ArrayList<>(packages);
        PackageIdentity identity = PackageIdentity.of("Contoso", "DEMO", "Customizations.MainOS");
        all.add(facts(identity, customizations, customizations, targeting));
        FirmwareVersion os = FirmwareVersion.parse(system);
        String history = HISTORY.formatted(os.major(), os.minor(), os.qfe(), os.build());
        try {
            return new SubmissionContents(
                    new SubmissionKind(
                            SubmissionType.IMAGE, SubmissionContext.CONTEXTUAL, ProductType.WINDOWS_PHONE_BLUE, false),
                    new ImageDocuments(
                            document(UpdateHistory.read(source(history), FormatLimits.defaults())),
                            document(OemInput.read(source(OEM_INPUT.formatted(features)), FormatLimits.defaults()))),
                    all,
                    List.of(),
                    List.of());
        } catch (IOException e) {
            throw new AssertionError("The documents of " + firmware + " cannot be read", e);
        }
    }

    private static PackageFacts facts(
            PackageIdentity identity, String version, String content, DeviceTargeting targeting) {
        String path = "packages/" + identity.name() + ".spkg";
        return new PackageFacts(
                new FileFacts(path, 7, digest(path)),
                identity.name(),
                PackageStyle.SPKG,
                identity,
                FirmwareVersion.parse(version),
                new PackageAttributes("OEM", "Production", "MainOS", "Test", false, false),
                null,
                new PackageDetails(
                        1, targeting, List.of(), digest(content), List.of(), List.of(), List.of(), List.of(), false));
    }

    private static <T> ReadDocument<T> document(T content) {
        return new ReadDocument<>(new FileFacts("document", 1, digest("")), content);
    }

    private static ByteSource source(String text) {
        return ByteSource.of("document", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
