package io.oemingest.core.submission;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one package, read once.
 *
 * @param name the name that the manifest gives the package, without an extension
 * @param ekus usages of the present signer of the cabinet, null when it is not signed
 */
public record PackageFacts(
        FileFacts file,
        String name,
        PackageStyle style,
        PackageIdentity identity,
        FirmwareVersion version,
        PackageAttributes attributes,
        @Nullable EkuCombination ekus) {
    /** The path inside the archive. */
    public String path() {
        return file.path();
    }
}
