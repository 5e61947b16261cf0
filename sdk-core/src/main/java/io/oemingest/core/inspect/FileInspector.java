package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a file, by its content first and its name second, and tells what it says of itself. Nothing is judged, no
 * signature is verified. Immutable, safe for threads.
 */
public final class FileInspector {
    private final FormatLimits limits;
    private final List<Inspector> inspectors;

    private FileInspector(FormatLimits limits, List<Inspector> inspectors) {
        this.limits = limits;
        this.inspectors = inspectors;
    }

    /** Reads no payload of FFU images. */
    public static FileInspector create(FormatLimits limits) {
        return new FileInspector(limits, Inspectors.all(null));
    }

    /** Compares FFU images with their hash tables too, which reads all of them. */
    public static FileInspector hashing(FormatLimits limits, ProgressListener progress) {
        return new FileInspector(limits, Inspectors.all(progress));
    }

    /**
     * Tells the facts of one file, which stays the caller's.
     *
     * @throws MalformedFileException if it is of no known kind, or not what it begins or is named like
     */
    public Inspection inspect(ByteSource file) throws IOException {
        Candidate candidate = new Candidate(file, limits);
        Inspector inspector = recognise(candidate);
        Facts facts = new Facts();
        facts.put("size", Value.bytes(file.size()));
        // An image has gigabytes, and a hash table of its own.
        if (!FfuImage.isFfu(file)) {
            facts.put("sha256", Digest.sha256(file));
        }
        inspector.teller().tell(candidate, facts);
        return new Inspection(inspector.kind(), file.name(), facts.items());
    }

    private Inspector recognise(Candidate file) throws IOException {
        Inspector found = byContent(inspectors, file);
        for (Inspector each : inspectors) {
            if (found == null && file.isNamed(each.kind().endings())) {
                found = each;
            }
        }
        if (found == null) {
            found = byContent(Inspectors.ofAnyText(), file);
        }
        if (found != null) {
            return found;
        }
        throw new MalformedFileException(
                Location.ofFile(file.source().name()),
                file.source().size() == 0
                        ? "is empty"
                        : "is none of the kinds of files that a submission or an image build knows");
    }

    private static @Nullable Inspector byContent(List<Inspector> inspectors, Candidate file) throws IOException {
        for (Inspector each : inspectors) {
            if (each.recogniser().recognises(file)) {
                return each;
            }
        }
        return null;
    }
}
