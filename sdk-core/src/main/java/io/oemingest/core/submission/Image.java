package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A whole image: the packages that its update history names, where the build left them (rules INI-15, INI-33). Not
 * documented: whether Microsoft's own packages travel too. This project leaves them where they are: they are signed, and
 * the history says which they are.
 *
 * @param packageRoots where the folders that the history names are on this machine
 * @param targeting {@code PhoneMetadataDeviceTargetingInfo.xml} of an image for several phones or operators (rule INI-27)
 * @param baseline whether later images shall be compared with this one
 */
public record Image(
        Path updateHistory,
        Path oemInput,
        ProductType product,
        PackageRoots packageRoots,
        @Nullable Path targeting,
        boolean baseline)
        implements FirmwareSubmission {
    /** An image that was built on this machine, for one phone and operator, that becomes no baseline. */
    public Image(Path updateHistory, Path oemInput, ProductType product) {
        this(updateHistory, oemInput, product, PackageRoots.NONE, null, false);
    }

    public Image withPackageRoots(PackageRoots value) {
        return new Image(updateHistory, oemInput, product, value, targeting, baseline);
    }

    public Image withTargeting(@Nullable Path value) {
        return new Image(updateHistory, oemInput, product, packageRoots, value, baseline);
    }

    public Image asBaseline() {
        return new Image(updateHistory, oemInput, product, packageRoots, targeting, true);
    }

    @Override
    public SubmissionType type() {
        return SubmissionType.IMAGE;
    }

    @Override
    public SubmissionContext context() {
        return SubmissionContext.CONTEXTUAL;
    }
}
