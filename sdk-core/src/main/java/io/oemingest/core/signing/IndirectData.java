package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * SpcIndirectDataContent: what kind of file was digested, how, and the digest.
 *
 * @param type SpcCabDataObject or SpcPeImageData
 * @param digestOid the hash function as written
 * @param digestNode node of the digest's bytes
 */
record IndirectData(String type, String digestOid, DerNode digestNode) {

    static IndirectData of(DerNode node) throws MalformedFileException {
        DerFields fields = node.fields("SpcIndirectDataContent");
        DerFields data = fields.next("data").fields("SpcAttributeTypeAndOptionalValue");
        String type = data.next("type").oid("type");
        DerFields digest = fields.next("messageDigest").fields("DigestInfo");
        fields.end();
        String algorithm = AlgorithmIds.oid(digest.next("digestAlgorithm"));
        DerNode value = digest.next(DerNode.OCTET_STRING, "digest");
        digest.end();
        return new IndirectData(type, algorithm, value);
    }

    /** The digest, or null if its hash function is not ours. @throws MalformedFileException if its length is wrong */
    @Nullable
    Digest digest() throws MalformedFileException {
        DigestAlgorithm algorithm = Oids.digest(digestOid);
        byte[] value = digestNode.content();
        if (algorithm != null && value.length != algorithm.length()) {
            throw digestNode.malformed(
                    "is a digest of " + value.length + " bytes, " + algorithm.jcaName() + " has " + algorithm.length());
        }
        return algorithm == null ? null : Digest.of(algorithm, value);
    }
}
