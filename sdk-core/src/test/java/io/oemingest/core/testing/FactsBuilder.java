package io.oemingest.core.testing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageDetails;
import io.oemingest.core.submission.PackageFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Facts of a package that breaks no rule, to be spoiled one value at a time. */
public final class FactsBuilder {
    private final PackageIdentity identity;
    private String extension = ".spkg";
    private FirmwareVersion version = FirmwareVersion.parse("1.40.55.808");
    private String ownerType = "OEM";
    private String releaseType = "Production";
    private String partition = "MainOS";
    private boolean removal;
    private boolean binaryPartition;
    private String platform;
    private PackageDetails details = PackageDetails.NONE;

    private FactsBuilder(PackageIdentity identity) {
        this.identity = identity;
    }

    public static FactsBuilder contoso(String subComponent) {
        return new FactsBuilder(PackageIdentity.of("Contoso", "BASE.Phone", subComponent));
    }

    public static FactsBuilder of(PackageIdentity identity) {
        return new FactsBuilder(identity);
    }

    public FactsBuilder extension(String value) {
        extension = value;
        return this;
    }

    public FactsBuilder version(String value) {
        version = FirmwareVersion.parse(value);
        return this;
    }

    public FactsBuilder ownerType(String value) {
        ownerType = value;
        return this;
    }

    public FactsBuilder releaseType(String value) {
        releaseType = value;
        return this;
    }

    public FactsBuilder partition(String value) {
        partition = value;
        return this;
    }

    public FactsBuilder removal() {
        removal = true;
        return this;
    }

    public FactsBuilder binaryPartition() {
        binaryPartition = true;
        return this;
    }

    public FactsBuilder targeting(Map<String, String> values) {
        DeviceTargeting targeting = new DeviceTargeting(Location.ofPart(path(), "2_OEMSett.reg"), values);
        return details(new PackageDetails(targeting, List.of(), null, List.of(), List.of(), List.of()));
    }

    public FactsBuilder platform(String value) {
        platform = value;
        return this;
    }

    public FactsBuilder details(PackageDetails value) {
        details = value;
        return this;
    }

    public PackageFacts build() {
        FileFacts file = new FileFacts(path(), 7, Digest.sha256(path().getBytes(StandardCharsets.UTF_8)));
        PackageAttributes attributes =
                new PackageAttributes(ownerType, releaseType, partition, platform, removal, binaryPartition);
        return new PackageFacts(file, identity.name(), PackageStyle.SPKG, identity, version, attributes, null, details);
    }

    private String path() {
        return "packages/" + identity.name() + extension;
    }
}
