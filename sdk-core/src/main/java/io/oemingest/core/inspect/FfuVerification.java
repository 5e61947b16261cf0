package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuVariant;
import io.oemingest.core.format.ffu.HashTableCatalogs;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.FfuVerificationJson;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.FfuCatalogVerifier;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an FFU image was compared, and found right. What was not compared says so.
 *
 * @param chunkSize bytes of each piece that has a hash
 * @param platformIds devices that the first store is for
 * @param catalogSize bytes of the catalog, which names this hash table
 * @param hashTable digest of the hash table
 * @param signature of the catalog, null if nobody signed it
 * @param trusted whether the signature was judged, and holds
 */
public record FfuVerification(
        String file,
        FfuVariant variant,
        int chunkSize,
        @Nullable String osVersion,
        List<PlatformId> platformIds,
        long catalogSize,
        Digest hashTable,
        ChunkVerification chunks,
        @Nullable CodeSignature signature,
        boolean trusted) {

    public FfuVerification {
        platformIds = List.copyOf(platformIds);
    }

    /**
     * Compares the catalog with the hash table, and the hash table with the chunks up to the first store. The signature
     * is judged only if there is a policy.
     *
     * @throws VerificationException if the signature does not hold under the policy
     * @throws io.oemingest.core.format.MalformedFileException if the catalog names another hash table, or a hash is wrong
     */
    public static FfuVerification ofStart(TruncatedFfu image, HashTableCatalogs catalogs, @Nullable TrustPolicy policy)
            throws VerificationException, IOException {
        image.verifyCatalog(catalogs);
        SecurityCatalog catalog = SecurityCatalog.read(image.catalog(), FormatLimits.defaults());
        CodeSignature signature = policy == null ? catalog.signature() : new FfuCatalogVerifier(policy).verify(catalog);
        return new FfuVerification(
                image.source().name(),
                image.variant(),
                image.chunkSize(),
                image.manifest().osVersion(),
                image.platformIds(),
                image.catalog().size(),
                image.hashTableDigest(),
                image.verifyChunks(),
                signature,
                policy != null);
    }

    /** The same after more chunks were compared. */
    public FfuVerification withChunks(ChunkVerification compared) {
        return new FfuVerification(
                file, variant, chunkSize, osVersion, platformIds, catalogSize, hashTable, compared, signature, trusted);
    }

    /** Whether every chunk was compared with its hash. */
    public boolean isComplete() {
        return chunks.unchecked() == 0;
    }

    /** Lines for people, ended by a line feed; control characters of the image are made visible. */
    public String toText() {
        long all = chunks.checked() + chunks.unchecked();
        return TerminalText.safe(file) + "\n"
                + "  variant       " + variant + ", chunks of " + chunkSize + " bytes\n"
                + (osVersion == null ? "" : "  os version    " + TerminalText.safe(osVersion) + "\n")
                + "  platform ids  " + (platformIds.isEmpty() ? "none" : texts(", ")) + "\n"
                + "  hash table    " + hashTable + ", named by the catalog of " + catalogSize + " bytes\n"
                + "  signature     " + signatureText() + "\n"
                + "  chunks        " + chunks.checked() + " of " + all + " have the right hash"
                + (isComplete() ? "\n" : ", " + chunks.unchecked() + " were not compared\n");
    }

    /** An indented JSON object (RFC 8259) for programs, ended by a line feed; what is absent is left out. */
    public String toJson() {
        return Json.writeIndented(new FfuVerificationJson(
                file,
                variant.name(),
                chunkSize,
                osVersion,
                platformIds.stream().map(PlatformId::text).toList(),
                catalogSize,
                hashTable.hex(),
                chunks.checked(),
                chunks.unchecked(),
                signature == null ? "none" : trusted ? "verified" : "not verified",
                signature == null ? null : signature.signer().subject(),
                signature == null ? null : signature.signer().thumbprint()));
    }

    private String signatureText() {
        if (signature == null) {
            return "none";
        }
        String signer = TerminalText.safe(signature.signer().subject());
        return (trusted ? "verified" : "not verified") + ", by " + signer;
    }

    private String texts(String separator) {
        return String.join(separator, platformIds.stream().map(PlatformId::text).toList());
    }
}
