package io.oemingest.core.proof;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.internal.wire.VerificationReportJson;
import io.oemingest.core.internal.wire.VerificationReportJson.FailureJson;
import io.oemingest.core.internal.wire.VerificationReportJson.FileJson;
import io.oemingest.core.internal.wire.VerificationReportJson.SignatureJson;
import io.oemingest.core.proof.FileVerification.Failure;
import io.oemingest.core.proof.FileVerification.SignedPiece;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one run over files, and by which policy, as a file for programs. */
public record VerificationReport(TrustPolicy policy, List<FileVerification> files) {
    private static final int FORMAT_VERSION = 1;

    public VerificationReport {
        files = List.copyOf(files);
    }

    /**
     * An indented JSON object (RFC 8259), ended by a line feed: {@code formatVersion} (1), {@code mode}, {@code
     * requiredEkus}, {@code at} and {@code files}, each with {@code file}, {@code kind}, {@code verdict}, {@code problem}
     * ({@code type}, {@code location}, {@code detail}), {@code warnings}, {@code ticketId}, {@code signedAt}, {@code
     * signatures} and {@code members}, which are files again. What is absent is left out. Within one format version members
     * are only ever added.
     */
    public String toJson() {
        return Json.writeIndented(new VerificationReportJson(
                FORMAT_VERSION,
                policy.mode().name(),
                policy.requiredEkus() == null ? null : policy.requiredEkus().toString(),
                policy.at(),
                json(files)));
    }

    private static List<FileJson> json(List<FileVerification> files) {
        return files.stream().map(VerificationReport::json).toList();
    }

    private static FileJson json(FileVerification file) {
        List<String> warnings = file.warnings().stream().map(Enum::name).toList();
        return new FileJson(
                file.file(),
                file.kind() == null ? null : file.kind().name(),
                file.verdict().name(),
                json(file.failure()),
                warnings.isEmpty() ? null : warnings,
                file.answer() == null ? null : file.answer().ticket().id(),
                file.answer() == null ? null : file.answer().signedAt(),
                file.signatures().stream().map(VerificationReport::json).toList(),
                file.members().isEmpty() ? null : json(file.members()));
    }

    private static @Nullable FailureJson json(@Nullable Failure failure) {
        return failure == null
                ? null
                : new FailureJson(
                        failure.problem() == null ? null : failure.problem().name(),
                        LocationJson.of(failure.location()),
                        failure.detail());
    }

    private static SignatureJson json(SignedPiece piece) {
        CodeSignature signature = piece.signature();
        SignerCertificate signer = signature.signer();
        return new SignatureJson(
                piece.name(),
                signer.subject(),
                signer.issuer(),
                signer.serial(),
                signer.thumbprint(),
                signature.ekus().toString(),
                signature.digestAlgorithm() == null
                        ? null
                        : signature.digestAlgorithm().jcaName(),
                signature.contentDigest() == null
                        ? null
                        : signature.contentDigest().toString(),
                signature.timestamp(),
                signature.timestamp() == null ? null : !signature.legacyTimestamp(),
                signature.programName());
    }
}
