package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.time.Instant;

/**
 * The statement inside a time-stamp token (RFC 3161, TSTInfo), read and not verified.
 *
 * @param message the token itself
 * @param digestOid hash function of the imprint
 * @param imprint hash of what existed at {@code time}
 */
record TimestampToken(SignedMessage message, String digestOid, DerNode imprint, Instant time) {

    static TimestampToken of(SignedMessage message) throws MalformedFileException {
        DerNode content = message.content();
        if (content == null || !message.contentType().equals(Oids.TST_INFO)) {
            throw new MalformedFileException(message.where(), "has a time stamp that is no time-stamp token");
        }
        Location inner = content.malformed("").location();
        DerFields info = DerNode.parse(content.octets("eContent"), inner).fields("TSTInfo");
        info.next(DerNode.INTEGER, "version");
        info.next(DerNode.OID, "policy");
        DerFields imprint = info.next("messageImprint").fields("MessageImprint");
        String digest = AlgorithmIds.oid(imprint.next("hashAlgorithm"));
        DerNode hashed = imprint.next(DerNode.OCTET_STRING, "hashedMessage");
        imprint.end();
        info.next(DerNode.INTEGER, "serialNumber");
        // Accuracy, ordering, nonce, authority and extensions may follow; none of them moves the time.
        return new TimestampToken(
                message, digest, hashed, DerValues.time(info.next(DerNode.GENERALIZED_TIME, "genTime"), "genTime"));
    }
}
