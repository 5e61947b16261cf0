package io.oemingest.core.submission;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one package, read once.
 *
 * @param name the name that the manifest gives the package, without an extension
 * @param ekus usages of the present signer of the cabinet, not verified; null when it is not signed
 * @param details what its inside tells
 */
public record PackageFacts(
        FileFacts file,
        String name,
        PackageStyle style,
        PackageIdentity identity,
        FirmwareVersion version,
        PackageAttributes attributes,
        @Nullable EkuCombination ekus,
        PackageDetails details) {
    /** The path inside the archive. */
    public String path() {
        return file.path();
    }

    /** Whether the package removes another, by its manifest or by its extension. */
    public boolean isRemoval() {
        return attributes.removal() || PackageFileType.of(path()) == PackageFileType.REMOVAL;
    }

    /** Device targeting values, in the one package that sets them. */
    public @Nullable DeviceTargeting targeting() {
        return details.targeting();
    }

    /** These facts as a manifest row has them. */
    PackageFacts withoutDetails() {
        return withDetails(PackageDetails.NONE);
    }

    PackageFacts withDetails(PackageDetails known) {
        return new PackageFacts(file, name, style, identity, version, attributes, ekus, known);
    }
}
