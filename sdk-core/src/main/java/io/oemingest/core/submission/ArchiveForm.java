package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which kinds of file an archive of each type must have and may have. */
final class ArchiveForm {
    private static final Map<FileKind, String> PLACES = Map.of(
            FileKind.UPDATE_HISTORY, FileKind.UPDATE_HISTORY_PATH,
            FileKind.OEM_INPUT, FileKind.OEM_INPUT_PATH,
            FileKind.DEVICE_TARGETING, FileKind.TARGETING_PATH,
            FileKind.PACKAGE, FileKind.PACKAGES,
            FileKind.FFU_HEAD, FileKind.FFU_HEAD_PATH,
            FileKind.VALIDATION_REPORT, FileKind.REPORT_PATH);

    private final String archive;
    private final SubmissionKind kind;

    ArchiveForm(String archive, SubmissionKind kind) {
        this.archive = archive;
        this.kind = kind;
    }

    void check(Set<FileKind> present) throws MalformedFileException {
        String problem = kind.problem();
        if (problem != null) {
            throw malformed(FileKind.MANIFEST, problem);
        }
        Set<FileKind> required = required();
        for (FileKind each : required) {
            if (!present.contains(each)) {
                throw malformed(place(each), "is missing");
            }
        }
        for (FileKind each : present) {
            if (!required.contains(each) && !optional().contains(each)) {
                throw malformed(place(each), "does not belong to a submission of this type and context");
            }
        }
    }

    private Set<FileKind> required() {
        Set<FileKind> required = EnumSet.of(FileKind.VALIDATION_REPORT);
        if (kind.context() == SubmissionContext.CONTEXTUAL) {
            required.add(FileKind.UPDATE_HISTORY);
            required.add(FileKind.OEM_INPUT);
        }
        if (kind.type() == SubmissionType.FFU_CATALOG) {
            required.add(FileKind.FFU_HEAD);
        }
        return required;
    }

    private Set<FileKind> optional() {
        return switch (kind.type()) {
            case IMAGE -> EnumSet.of(FileKind.PACKAGE, FileKind.DEVICE_TARGETING);
            case PARTIAL_IMAGE -> EnumSet.of(FileKind.PACKAGE, FileKind.OEM_INPUT);
            case FFU_CATALOG -> EnumSet.noneOf(FileKind.class);
        };
    }

    private static String place(FileKind kind) {
        return PLACES.getOrDefault(kind, FileKind.MANIFEST);
    }

    private MalformedFileException malformed(String part, String problem) {
        return new MalformedFileException(Location.ofPart(archive, part), problem);
    }
}
