package io.oemingest.core.format.ffu;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;

/** Makes and reads the catalogs of images, whose encoding is not known here. */
public interface HashTableCatalogs {

    /** The DER bytes of an unsigned catalog; their number must not depend on the digest. */
    byte[] unsignedCatalog(Digest hashTableSha1) throws IOException;

    /** What a catalog says of the hash table. @throws io.oemingest.core.format.MalformedFileException if it is no such catalog */
    Digest hashTableDigest(ByteSource catalog) throws IOException;
}
