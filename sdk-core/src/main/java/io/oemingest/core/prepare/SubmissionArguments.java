package io.oemingest.core.prepare;

import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.PartialImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of Initialize-FirmwareSubmission, as somebody typed them; null is "not given". They are judged all at
 * once by {@link SubmissionPreparer#prepare(SubmissionArguments)}.
 *
 * @param type Image, PartialImage or FfuCatalog
 * @param product null means WindowsPhoneBlue
 * @param output the archive's path, or an existing folder in which it gets a name
 * @param ffu full path of an image, for FfuCatalog
 * @param partialDirectory full path of the folder of packages, for PartialImage
 * @param packageRoots where the folders that the history names are on this machine, for Image
 * @param targeting PhoneMetadataDeviceTargetingInfo.xml, for an Image of several phones or operators
 * @param contextFree this project's name for a switch that the documents mention without one
 * @param baseline asks for the image to become a baseline
 * @param signedRemovalDirectory no longer allowed
 * @param packagesToRemoveDirectory no longer allowed
 * @param nonWspcCompliant without effect
 */
public record SubmissionArguments(
        @Nullable String type,
        @Nullable String product,
        @Nullable Path updateHistory,
        @Nullable Path oemInput,
        @Nullable Path output,
        @Nullable Path ffu,
        @Nullable Path partialDirectory,
        PackageRoots packageRoots,
        @Nullable Path targeting,
        boolean contextFree,
        boolean baseline,
        @Nullable Path signedRemovalDirectory,
        @Nullable Path packagesToRemoveDirectory,
        boolean nonWspcCompliant) {

    /** Arguments in which nothing is given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The arguments that describe a submission made in code; only the output is missing. */
    public static Builder of(FirmwareSubmission submission) {
        Builder builder = builder()
                .type(submission.type().text())
                .product(submission.product().text())
                .updateHistory(submission.updateHistory())
                .oemInput(submission.oemInput());
        if (submission instanceof PartialImage partial) {
            builder.partialDirectory(partial.packageDirectory())
                    .contextFree(submission instanceof PartialImage.ContextFree);
        } else if (submission instanceof Image image) {
            builder.packageRoots(image.packageRoots())
                    .targeting(image.targeting())
                    .baseline(image.baseline());
        } else if (submission instanceof FfuCatalog catalog) {
            builder.ffu(catalog.ffu());
        }
        return builder;
    }

    /** Collects arguments; not for several threads at once. */
    public static final class Builder {
        private @Nullable String type;
        private @Nullable String product;
        private @Nullable Path updateHistory;
        private @Nullable Path oemInput;
        private @Nullable Path output;
        private @Nullable Path ffu;
        private @Nullable Path partialDirectory;
        private PackageRoots packageRoots = PackageRoots.NONE;
        private @Nullable Path targeting;
        private boolean contextFree;
        private boolean baseline;
        private @Nullable Path signedRemovalDirectory;
        private @Nullable Path packagesToRemoveDirectory;
        private boolean nonWspcCompliant;

        private Builder() {}

        public Builder type(@Nullable String value) {
            type = value;
            return this;
        }

        public Builder product(@Nullable String value) {
            product = value;
            return this;
        }

        public Builder updateHistory(@Nullable Path value) {
            updateHistory = value;
            return this;
        }

        public Builder oemInput(@Nullable Path value) {
            oemInput = value;
            return this;
        }

        public Builder output(@Nullable Path value) {
            output = value;
            return this;
        }

        public Builder ffu(@Nullable Path value) {
            ffu = value;
            return this;
        }

        public Builder partialDirectory(@Nullable Path value) {
            partialDirectory = value;
            return this;
        }

        public Builder packageRoots(PackageRoots value) {
            packageRoots = value;
            return this;
        }

        public Builder targeting(@Nullable Path value) {
            targeting = value;
            return this;
        }

        public Builder contextFree(boolean value) {
            contextFree = value;
            return this;
        }

        public Builder baseline(boolean value) {
            baseline = value;
            return this;
        }

        public Builder signedRemovalDirectory(@Nullable Path value) {
            signedRemovalDirectory = value;
            return this;
        }

        public Builder packagesToRemoveDirectory(@Nullable Path value) {
            packagesToRemoveDirectory = value;
            return this;
        }

        public Builder nonWspcCompliant(boolean value) {
            nonWspcCompliant = value;
            return this;
        }

        public SubmissionArguments build() {
            return new SubmissionArguments(
                    type,
                    product,
                    updateHistory,
                    oemInput,
                    output,
                    ffu,
                    partialDirectory,
                    packageRoots,
                    targeting,
                    contextFree,
                    baseline,
                    signedRemovalDirectory,
                    packagesToRemoveDirectory,
                    nonWspcCompliant);
        }
    }
}
