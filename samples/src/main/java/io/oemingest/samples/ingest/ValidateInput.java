package io.oemingest.samples.ingest;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.JudgedSubmission;
import io.oemingest.core.prepare.SubmissionArguments;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the paths of one command line are together: an archive, or what would be submitted. */
final class ValidateInput {
    private final List<Path> packages = new ArrayList<>();
    private @Nullable Path archive;
    private @Nullable Path history;
    private @Nullable Path ffu;

    private ValidateInput() {}

    /** Sorts paths by their endings. @throws IllegalArgumentException if they are not one submission */
    static ValidateInput of(List<Path> paths) throws IOException {
        ValidateInput input = new ValidateInput();
        for (Path each : paths) {
            if (!Files.exists(each)) {
                throw new NoSuchFileException(each.toString());
            }
            input.add(each);
        }
        if (input.archive != null && paths.size() > 1) {
            throw new IllegalArgumentException("A submission archive is a submission of its own: give it alone");
        }
        if (input.ffu != null && !input.packages.isEmpty()) {
            throw new IllegalArgumentException("An FFU image and packages are not submitted together");
        }
        if (input.history != null && !input.packages.isEmpty() && !input.isOneFolder()) {
            throw new IllegalArgumentException("With an update history, give one folder that holds all the packages");
        }
        return input;
    }

    private void add(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            packages.add(path);
        } else if (name.endsWith(".zip")) {
            archive = only("submission archive", archive, path);
        } else if (name.endsWith(".xml")) {
            history = only("update history", history, path);
        } else if (name.endsWith(".ffu")) {
            ffu = only("FFU image", ffu, path);
        } else {
            packages.add(path);
        }
    }

    private static Path only(String what, @Nullable Path first, Path second) {
        if (first != null) {
            throw new IllegalArgumentException("Two of a kind (" + what + "): " + first + " and " + second);
        }
        return second;
    }

    private boolean isOneFolder() {
        return packages.size() == 1 && Files.isDirectory(packages.get(0));
    }

    /** The archive, if that is what is to be judged. */
    @Nullable
    Path archive() {
        return archive;
    }

    /** Reads and judges everything else than an archive. */
    JudgedSubmission judge(SubmissionPreparer preparer, SubmissionContentsReader reader, ImageOptions image)
            throws IOException {
        if (history != null) {
            return preparer.judge(arguments(history, image));
        }
        ProductType product =
                image.product() == null ? ProductType.WINDOWS_PHONE_BLUE : ProductType.parseOrNull(image.product());
        if (product == null) {
            throw new IllegalArgumentException("The product '" + image.product() + "' is not known");
        }
        ReadSubmission read = ffu == null ? reader.readPackages(packages, product) : reader.readFfu(ffu, product);
        return new JudgedSubmission(read, preparer.judge(read.contents()));
    }

    private SubmissionArguments arguments(Path updateHistory, ImageOptions image) {
        Path folder = packages.isEmpty() ? null : packages.get(0).toAbsolutePath();
        String partial = folder == null ? "Image" : "PartialImage";
        return SubmissionArguments.builder()
                .type(ffu == null ? partial : "FfuCatalog")
                .product(image.product())
                .updateHistory(updateHistory)
                .oemInput(image.oemInput() == null ? beside(updateHistory) : image.oemInput())
                .ffu(ffu == null ? null : ffu.toAbsolutePath())
                .partialDirectory(folder)
                .packageRoots(image.packageRoots())
                .targeting(image.targeting())
                .baseline(image.baseline())
                .build();
    }

    /** Where image builds leave the other document. */
    private static @Nullable Path beside(Path updateHistory) {
        Path oemInput = updateHistory.resolveSibling("OEMInput.xml");
        return Files.isRegularFile(oemInput) ? oemInput : null;
    }
}
