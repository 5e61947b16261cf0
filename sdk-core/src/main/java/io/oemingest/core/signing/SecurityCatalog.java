package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A security catalog ({@code content.cat}, {@code update.cat}): a signed list of the digests of other files. Read
 * strictly and not verified. Immutable, safe for threads.
 */
public final class SecurityCatalog {
    private static final String PACKAGE_NAME = "PackageName";

    private final SignedMessage message;
    private final CatalogList list;
    private final List<CatalogMember> members;
    private final @Nullable CodeSignature signature;

    private SecurityCatalog(SignedMessage message, CatalogList list) throws MalformedFileException {
        this.message = message;
        this.list = list;
        this.members = list.entries().stream().map(CatalogEntry::member).toList();
        this.signature = SignatureFacts.of(message);
    }

    /** Whether a file begins as catalogs do, which other files in DER do too. */
    public static boolean isCatalog(ByteSource source) throws IOException {
        byte[] first = new byte[1];
        if (source.size() > 0) {
            source.readFully(0, first, 0, 1);
        }
        return first[0] == DerNode.SEQUENCE;
    }

    /** Reads a catalog into memory. @throws MalformedFileException if it is none, repeats an entry or goes beyond the limits */
    public static SecurityCatalog read(ByteSource source, FormatLimits limits) throws IOException {
        Location where = Location.ofPart(source.name(), "catalog");
        SignedMessage message = SignedMessage.read(source, where, limits);
        DerNode content = message.content();
        if (content == null || !message.contentType().equals(Oids.CTL)) {
            throw new MalformedFileException(where, "is a signature of something else than a catalog");
        }
        return new SecurityCatalog(message, CatalogList.of(content, limits));
    }

    /** 1 for SHA-1 with text tags, 2 for SHA-256. */
    public int version() {
        return list.version();
    }

    /** In the catalog's order, which is ascending by tag. */
    public List<CatalogMember> members() {
        return members;
    }

    /** Name and value pairs of the whole catalog. */
    public Map<String, String> attributes() {
        return Map.copyOf(list.names());
    }

    /** The package that the catalog belongs to, or null if it does not say. */
    public @Nullable String packageName() {
        return list.names().get(PACKAGE_NAME);
    }

    /** The facts of the signature, or null for an unsigned catalog. */
    public @Nullable CodeSignature signature() {
        return signature;
    }

    /** Whether it lists the hash table of a flash image and nothing else. */
    public boolean isOfHashTable() {
        return version() == 1 && members.size() == 1 && members.get(0).tag().equals(HashTableCatalogBuilder.MEMBER);
    }

    SignedMessage message() {
        return message;
    }

    CatalogList list() {
        return list;
    }
}
