package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;

/** Encodes the catalogs of images. Apart from the builder, so that who only reads them need not load the encoder's library. */
final class HashTableCatalogWriter {
    private static final String FLAT_FILE = "{DE351A42-8E59-11D0-8C47-00C04FC295EE}";
    private static final int CERTIFICATE_VERSION = 512;
    private static final int IDENTIFIER_LENGTH = 16;

    private HashTableCatalogWriter() {}

    static byte[] unsigned(Digest hashTableSha1, Instant time) {
        DERSequence list = MessageWriter.sequence(
                new DERSequence(MessageWriter.oid(Oids.CATALOG_LIST)),
                new DEROctetString(identifier(hashTableSha1)),
                new DERUTCTime(Date.from(time)),
                MessageWriter.sequence(MessageWriter.oid(Oids.CATALOG_V1), DERNull.INSTANCE),
                new DERSequence(entry(hashTableSha1)));
        return MessageWriter.unsigned(Oids.CTL, list);
    }

    private static DERSequence entry(Digest digest) {
        ASN1Encodable info = MessageWriter.sequence(new DERBMPString(FLAT_FILE), new ASN1Integer(CERTIFICATE_VERSION));
        return MessageWriter.sequence(
                new DEROctetString(CatalogText.bytes(HashTableCatalogBuilder.MEMBER)), new DERSet(new ASN1Encodable[] {
                    MessageWriter.attribute(Oids.SPC_INDIRECT_DATA, IndirectDataWriter.forCatalog(Kind.FLAT, digest)),
                    MessageWriter.attribute(Oids.CAT_MEMBER_INFO, info)
                }));
    }

    private static byte[] identifier(Digest digest) {
        return Arrays.copyOf(Digest.sha256(digest.bytes()).bytes(), IDENTIFIER_LENGTH);
    }
}
