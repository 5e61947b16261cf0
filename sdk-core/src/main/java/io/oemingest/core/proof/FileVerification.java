package io.oemingest.core.proof;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SignedManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the proof of a file came to.
 *
 * @param file as it was named to the verifier; inside an archive the path there
 * @param kind null for a file that is of no kind that is ever signed, or too damaged to tell
 * @param failure what is wrong; null for a file that is proved, and for an archive of which only members are not
 * @param answer what a signed archive says it is the answer to; null for any other file
 * @param signatures that were proved, the file's own first
 * @param members of an archive, in its order
 */
public record FileVerification(
        String file,
        @Nullable Kind kind,
        @Nullable Failure failure,
        @Nullable SignedManifest answer,
        List<SignedPiece> signatures,
        List<FileVerification> members) {

    public FileVerification {
        signatures = List.copyOf(signatures);
        members = List.copyOf(members);
    }

    /** A file that could not be opened, for whoever reports on it all the same; {@code detail} says why. */
    public static FileVerification unreadable(String file, String detail) {
        return failed(file, null, new Failure(null, Location.ofFile(file), detail));
    }

    static FileVerification verified(String file, Kind kind, List<SignedPiece> signatures) {
        return new FileVerification(file, kind, null, null, signatures, List.of());
    }

    static FileVerification refused(String file, @Nullable Kind kind, VerificationException e) {
        return failed(file, kind, new Failure(e.problem(), e.location(), e.detail()));
    }

    static FileVerification unreadable(String file, @Nullable Kind kind, MalformedFileException e) {
        return failed(file, kind, new Failure(null, e.location(), e.problem()));
    }

    private static FileVerification failed(String file, @Nullable Kind kind, Failure failure) {
        return new FileVerification(file, kind, failure, null, List.of(), List.of());
    }

    /** The file's own verdict or a member's, whichever is worse. */
    public Verdict verdict() {
        Verdict own = failure == null ? Verdict.VERIFIED : failure.verdict();
        return members.stream().map(FileVerification::verdict).reduce(own, Verdict::worse);
    }

    /** What is allowed and should be known all the same; members have their own. */
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (failure == null && kind != null && kind.isOfImage()) {
            warnings.add(Warning.HASH_TABLE_BY_SHA1);
        }
        if (signatures.stream().anyMatch(each -> each.signature().legacyTimestamp())) {
            warnings.add(Warning.LEGACY_TIMESTAMP);
        }
        return warnings;
    }

    /** This file and all members, each before its members. */
    public Stream<FileVerification> all() {
        return Stream.concat(Stream.of(this), members.stream().flatMap(FileVerification::all));
    }

    /** What files carry signatures. */
    public enum Kind {
        PACKAGE,
        /** A cabinet that is no package. */
        CABINET,
        PE_FILE,
        CATALOG,
        /** The catalog of an FFU image outside of it. */
        FFU_CATALOG,
        FFU_IMAGE,
        /** An FFU image up to its payload. */
        FFU_HEAD,
        SUBMISSION_ARCHIVE,
        SIGNED_ARCHIVE;

        private boolean isOfImage() {
            return this == FFU_CATALOG || this == FFU_IMAGE || this == FFU_HEAD;
        }
    }

    /** From good to bad. */
    public enum Verdict {
        VERIFIED,
        REFUSED,
        UNREADABLE;

        private static Verdict worse(Verdict one, Verdict other) {
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    /** What does not refuse a file. */
    public enum Warning {
        /** The catalog of an image names the hash table by SHA-1, the only form that flashers take; nothing else may. */
        HASH_TABLE_BY_SHA1,
        /** A time is told by the older protocol's counter-signature, which is shown and proves nothing. */
        LEGACY_TIMESTAMP
    }

    /**
     * Why a file is not proved.
     *
     * @param problem null if the file could not be read
     * @param detail a sentence without the place
     */
    public record Failure(VerificationException.@Nullable Problem problem, Location location, String detail) {
        Verdict verdict() {
            return problem == null ? Verdict.UNREADABLE : Verdict.REFUSED;
        }
    }

    /** A proved signature and what it is of: the file itself by its kind, or a part by its name. */
    public record SignedPiece(String name, CodeSignature signature) {}
}
