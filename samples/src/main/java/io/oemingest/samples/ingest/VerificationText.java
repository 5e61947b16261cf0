package io.oemingest.samples.ingest;

import io.oemingest.core.io.TerminalText;
import io.oemingest.core.proof.FileVerification;
import io.oemingest.core.proof.FileVerification.SignedPiece;
import io.oemingest.core.proof.FileVerification.Verdict;
import io.oemingest.core.proof.FileVerification.Warning;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.submission.SignedManifest;
import java.util.List;

/** Lines for people about what was proved; what stands in a file must not steer the terminal. */
final class VerificationText {
    private final StringBuilder text = new StringBuilder();
    private final boolean parts;

    private VerificationText(boolean parts) {
        this.parts = parts;
    }

    /** Says nothing of what is not proved; {@code parts} tells every signature inside. */
    static String of(FileVerification file, boolean parts) {
        VerificationText lines = new VerificationText(parts);
        lines.tell(file.file(), file);
        return lines.text.toString();
    }

    private void tell(String name, FileVerification file) {
        SignedManifest answer = file.answer();
        if (answer != null) {
            line(name + ": verified, answers " + answer.ticket());
            file.members().forEach(each -> pieces(each.file(), each.signatures()));
        } else if (!file.signatures().isEmpty()) {
            line(name + ": verified, " + who(file.signatures().get(0)));
            file.signatures().stream().skip(1).forEach(each -> pieces(each.name(), List.of(each)));
        } else {
            submission(name, file);
        }
        if (file.warnings().contains(Warning.HASH_TABLE_BY_SHA1)) {
            line("  warning: the catalog names the hash table by SHA-1, the only form flashers take");
        }
    }

    private void submission(String name, FileVerification file) {
        if (file.verdict() == Verdict.VERIFIED) {
            line(name + ": verified, all signed files of the submission: "
                    + file.members().size());
        }
        file.members().forEach(each -> tell(name + "!" + each.file(), each));
    }

    private void pieces(String name, List<SignedPiece> signed) {
        for (SignedPiece each : parts ? signed : List.<SignedPiece>of()) {
            line("  " + name + ": " + who(each));
        }
    }

    private void line(String words) {
        text.append(TerminalText.safe(words)).append(System.lineSeparator());
    }

    private static String who(SignedPiece piece) {
        CodeSignature signature = piece.signature();
        return "signed by " + signature.signer().subject() + ", EKUs " + signature.ekus() + stamped(signature);
    }

    private static String stamped(CodeSignature signature) {
        if (signature.timestamp() == null) {
            return "";
        }
        return (signature.legacyTimestamp() ? ", older counter-signature, not proven, of " : ", time stamp ")
                + signature.timestamp();
    }
}
