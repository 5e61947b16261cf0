package io.oemingest.core.inspect;

import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.submission.ManifestFile;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SignedManifest;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.submission.SubmissionManifest;

/** What the manifests of submission archives and signed archives say; the entries are not held against them. */
final class ArchiveTelling {
    private ArchiveTelling() {}

    static void submission(Facts facts, SubmissionManifest manifest) {
        SubmissionKind kind = manifest.kind();
        facts.put("type", kind.type().text())
                .put("context", kind.context().text())
                .put("product", kind.product().text())
                .put("baseline", kind.baseline())
                .put("clientName", manifest.clientName())
                .put("clientVersion", manifest.clientVersion())
                .table("pairings", manifest.pairings(), ArchiveTelling::pairing)
                .table("files", manifest.files(), ArchiveTelling::row);
    }

    private static void pairing(Facts row, PhoneOperatorPairing pairing) {
        row.put("manufacturer", pairing.manufacturer())
                .put("modelName", pairing.modelName())
                .put("operatorName", pairing.operatorName());
    }

    private static void row(Facts row, ManifestFile file) {
        PackageFacts facts = file.packageFacts();
        row.put("path", file.file().path())
                .put("kind", file.kind().text())
                .put("size", file.file().size())
                .put("version", facts == null ? null : facts.version())
                .put("ownerType", facts == null ? null : facts.attributes().ownerType())
                .put("partition", facts == null ? null : facts.attributes().partition())
                .put("ekus", facts == null ? null : facts.ekus())
                .put("sha256", file.file().sha256());
    }

    static void signed(Facts facts, SignedManifest manifest) {
        facts.put("ticket", manifest.ticket().id())
                .put("environment", manifest.environment())
                .put("ruleSet", manifest.ruleSet())
                .put("signedAt", manifest.signedAt())
                .table("files", manifest.files(), ArchiveTelling::row);
    }

    private static void row(Facts row, SignedFile file) {
        row.put("path", file.file().path())
                .put("size", file.file().size())
                .put("ekus", file.ekus())
                .put("signerThumbprint", file.signerThumbprint())
                .put("inputSha256", file.input())
                .put("outputSha256", file.file().sha256());
    }
}
