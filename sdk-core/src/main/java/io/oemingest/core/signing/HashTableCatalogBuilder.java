package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.HashTableCatalogs;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/**
 * Makes, reads and signs the catalogs of FFU images: version 1 with the single member {@code HashTable.blob}. The list's
 * identifier comes from the hash table, so the same image at the same time gives the same bytes. Immutable, safe for
 * threads.
 */
public final class HashTableCatalogBuilder implements HashTableCatalogs {
    static final String MEMBER = "HashTable.blob";

    private final InstantSource time;

    /** Takes the clock of the catalogs' time of issue, which they keep in whole seconds until 2049. */
    public HashTableCatalogBuilder(InstantSource time) {
        this.time = time;
    }

    /** Always 328 bytes. @throws IllegalArgumentException if the digest is not a SHA-1, the only one that flashers look for */
    @Override
    public byte[] unsignedCatalog(Digest hashTableSha1) {
        if (hashTableSha1.algorithm() != DigestAlgorithm.SHA1) {
            throw new IllegalArgumentException("A flasher looks for SHA-1, not for " + hashTableSha1);
        }
        return HashTableCatalogWriter.unsigned(hashTableSha1, time.instant());
    }

    /** The digest of the first member, as the signing tool does, whatever the member is called. */
    @Override
    public Digest hashTableDigest(ByteSource catalog) throws IOException {
        return namedDigest(catalog);
    }

    /** As {@link #hashTableDigest}, for those who only read. @throws MalformedFileException if it is no such catalog */
    public static Digest namedDigest(ByteSource catalog) throws IOException {
        return digest(catalog.name(), SecurityCatalog.read(catalog, FormatLimits.defaults()));
    }

    /** The catalog of an image with the signer's signature, instead of the present one if there is one. */
    public byte[] sign(ByteSource catalog, SigningIdentity signer) throws IOException {
        SecurityCatalog unsigned = SecurityCatalog.read(catalog, FormatLimits.defaults());
        digest(catalog.name(), unsigned);
        return CodeSigner.signCatalog(unsigned, signer);
    }

    private static Digest digest(String file, SecurityCatalog catalog) throws MalformedFileException {
        List<CatalogMember> members = catalog.members();
        if (catalog.version() != 1 || members.isEmpty()) {
            throw new MalformedFileException(
                    Location.ofPart(file, "catalog"),
                    "is of version " + catalog.version() + " with " + members.size()
                            + " members, an image's is of version 1 with one");
        }
        Digest digest = members.get(0).digest();
        if (digest.algorithm() != DigestAlgorithm.SHA1) {
            throw new MalformedFileException(Location.ofPart(file, "catalog"), "names no SHA-1 but " + digest);
        }
        return digest;
    }
}
