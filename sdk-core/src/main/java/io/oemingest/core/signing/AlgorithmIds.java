package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;

/** AlgorithmIdentifier: an identifier with parameters that mean nothing for what we accept. */
final class AlgorithmIds {
    private AlgorithmIds() {}

    /** The identifier; parameters may be absent, NULL or, for elliptic curves, the curve's identifier. */
    static String oid(DerNode node) throws MalformedFileException {
        DerFields fields = node.fields("AlgorithmIdentifier");
        String oid = fields.next("algorithm").oid("algorithm");
        boolean curve = oid.equals(Oids.EC_PUBLIC_KEY) && fields.optional(DerNode.OID) != null;
        DerNode nothing = curve ? null : fields.optional(DerNode.NULL);
        if (nothing != null && nothing.content().length != 0) {
            throw nothing.malformed("is a NULL with content");
        }
        fields.end();
        return oid;
    }
}
