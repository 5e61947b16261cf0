package io.oemingest.core.inspect;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.SafePaths;
import io.oemingest.core.io.TerminalText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each file goes. No two files may have one place, on systems that ignore case either. */
final class ExtractionPlan {
    private final String source;
    private final Path folder;
    private final Map<String, List<Path>> targets = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    private ExtractionPlan(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    static ExtractionPlan of(String source, List<ContainedFile> files, Path folder) throws MalformedFileException {
        ExtractionPlan plan = new ExtractionPlan(source, folder);
        for (ContainedFile each : files) {
            plan.add(each);
        }
        for (ContainedFile each : files) {
            if (plan.folders.contains(FileExtractor.key(each.target()))) {
                throw plan.malformed(each, "is the folder of another file");
            }
        }
        return plan;
    }

    private void add(ContainedFile file) throws MalformedFileException {
        String problem = SafePaths.portabilityProblemOf(file.target());
        if (problem != null) {
            throw malformed(file, problem);
        }
        String key = FileExtractor.key(file.target());
        if (!taken.add(key)) {
            throw malformed(file, "is the place of another file, but for case");
        }
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            folders.add(key.substring(0, slash));
        }
        targets.computeIfAbsent(file.name(), name -> new ArrayList<>())
                .add(SafePaths.resolveInside(folder, file.target()));
    }

    /** @throws FileAlreadyExistsException if any file, or anything else of its name, is there */
    void requireNothingThere() throws IOException {
        for (List<Path> each : targets.values()) {
            for (Path target : each) {
                if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(target.toString());
                }
            }
        }
    }

    /** The paths of each file, by its name. */
    Map<String, List<Path>> targets() {
        return targets;
    }

    private MalformedFileException malformed(ContainedFile file, String problem) {
        String target = TerminalText.safe(file.target());
        return new MalformedFileException(
                Location.ofPart(source, TerminalText.safe(file.name())),
                "cannot be taken out: the name '" + target + "' " + problem);
    }
}
