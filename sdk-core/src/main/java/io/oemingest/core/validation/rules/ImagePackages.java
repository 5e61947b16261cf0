package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.UnreadableFile;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which files of an image are packages without facts; they are WSP-22's, every other unreadable file is another rule's. */
final class ImagePackages {
    private static final String FOLDER = "packages/";

    private ImagePackages() {}

    /** Packages of an image that are not there or cannot be read. */
    static Stream<UnreadableFile> notLoaded(SubmissionContents contents) {
        Set<String> loaded = contents.packages().stream()
                .map(PackageFacts::path)
                .map(ImagePackages::fold)
                .collect(Collectors.toSet());
        return ImageBaselines.isImage(contents)
                ? contents.unreadable().stream().filter(each -> isPackage(each) && !loaded.contains(path(each)))
                : Stream.empty();
    }

    /** Everything else that cannot be read. */
    static Stream<UnreadableFile> others(SubmissionContents contents) {
        Set<UnreadableFile> notLoaded = notLoaded(contents).collect(Collectors.toSet());
        return contents.unreadable().stream().filter(each -> !notLoaded.contains(each));
    }

    private static boolean isPackage(UnreadableFile file) {
        return file.location().file().startsWith(FOLDER)
                && file.location().file().length() > FOLDER.length();
    }

    private static String path(UnreadableFile file) {
        return fold(file.location().file());
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
