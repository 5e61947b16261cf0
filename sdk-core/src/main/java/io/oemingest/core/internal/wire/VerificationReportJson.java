package io.oemingest.core.internal.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ingest verify --json} prints. Within one format version members are only ever added.
 *
 * @param mode TEST_INPUT, EMULATED_RETAIL or REAL_RETAIL
 * @param requiredEkus usages that every signer had to have, joined by '+'; absent if any known ones would do
 * @param at moment at which signers without time stamp had to be valid; absent if each was judged at one of its own
 */
public record VerificationReportJson(
        int formatVersion,
        String mode,
        @Nullable String requiredEkus,
        @Nullable Instant at,
        List<FileJson> files) {

    /**
     * A file.
     *
     * @param file its path as given, inside an archive the path there
     * @param kind absent for a file of no kind that is ever signed, or too damaged to tell
     * @param verdict VERIFIED, REFUSED or UNREADABLE, of an archive the worst of its own and its members'
     * @param problem absent if nothing is wrong with the file itself
     * @param warnings what does not refuse a file, absent if there are none
     * @param ticketId of the submission that a signed archive answers
     * @param signedAt what a signed archive says
     * @param signatures that were proved, the file's own first
     * @param members of an archive; absent for other files
     */
    public record FileJson(
            String file,
            @Nullable String kind,
            String verdict,
            @Nullable FailureJson problem,
            @Nullable List<String> warnings,
            @Nullable String ticketId,
            @Nullable Instant signedAt,
            List<SignatureJson> signatures,
            @Nullable List<FileJson> members) {}

    /** Why; {@code type} is a constant of the verifier's problems, absent for a file that cannot be read. */
    public record FailureJson(@Nullable String type, LocationJson location, String detail) {}

    /**
     * Who signed, what, when, and with which combination of usages.
     *
     * @param of the kind of file for its own signature, the name of a part for others
     * @param ekus the usages besides code signing, joined by '+'
     * @param digestAlgorithm what the signature was made over
     * @param contentDigest of a cabinet or PE file, such as {@code SHA-256:…}
     * @param timestamp absent if there is none
     * @param timestampProved whether an authority that the policy believes says so; absent without time stamp
     */
    public record SignatureJson(
            String of,
            String subject,
            String issuer,
            String serial,
            String thumbprint,
            String ekus,
            @Nullable String digestAlgorithm,
            @Nullable String contentDigest,
            @Nullable Instant timestamp,
            @Nullable Boolean timestampProved,
            @Nullable String programName) {}
}
