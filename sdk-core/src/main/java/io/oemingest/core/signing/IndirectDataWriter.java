package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** Writes SpcIndirectDataContent as the platform's own tools do. */
final class IndirectDataWriter {
    private static final String OBSOLETE = "<<<Obsolete>>>";
    private static final String SHA1 = "1.3.14.3.2.26";

    private IndirectDataWriter() {}

    /** What a cabinet's or PE file's own signature signs. */
    static byte[] forSignature(Kind kind, Digest digest) {
        return MessageWriter.encoded(content(kind, OBSOLETE, digest));
    }

    /** What a catalog says of a member. */
    static DERSequence forCatalog(Kind kind, Digest digest) {
        return content(kind, "", digest);
    }

    private static DERSequence content(Kind kind, String file, Digest digest) {
        String algorithm = digest.algorithm() == DigestAlgorithm.SHA1 ? SHA1 : Oids.SHA256;
        return MessageWriter.sequence(
                type(kind, file),
                MessageWriter.sequence(
                        MessageWriter.sequence(MessageWriter.oid(algorithm), DERNull.INSTANCE),
                        new DEROctetString(digest.bytes())));
    }

    private static DERSequence type(Kind kind, String file) {
        ASN1Encodable link = new DERTaggedObject(true, 2, new DERTaggedObject(false, 0, bmp(file)));
        if (kind != Kind.PE) {
            return MessageWriter.sequence(MessageWriter.oid(Oids.SPC_CAB_DATA), link);
        }
        // Flags of SpcPeImageData: a bit string whose defaults are spelled out, with five unused bits.
        ASN1Encodable flags = new DERBitString(new byte[] {(byte) 0xa0}, 5);
        return MessageWriter.sequence(
                MessageWriter.oid(Oids.SPC_PE_IMAGE_DATA),
                MessageWriter.sequence(flags, new DERTaggedObject(true, 0, link)));
    }

    private static ASN1Encodable bmp(String text) {
        return new DERBMPString(text);
    }
}
