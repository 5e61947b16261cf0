package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;

/**
 * Makes unsigned version 2 catalogs in the form of the package tools. The list's identifier comes from what is listed,
 * so the same package at the same time gives the same bytes. Immutable, safe for threads.
 */
public final class SecurityCatalogBuilder implements CatalogMaker {
    private static final String OS_VERSIONS = "2:6.1,2:6.0,2:5.2,2:5.1";
    private static final int AUTHENTICATED_TEXT = 0x00010001;
    private static final int IDENTIFIER_LENGTH = 16;

    private final InstantSource time;

    /** Takes the clock of the catalogs' time of issue, which they keep in whole seconds until 2049. */
    public SecurityCatalogBuilder(InstantSource time) {
        this.time = time;
    }

    /** Lists each distinct content by SHA-256 and by SHA-1, in ascending order of the digests' bytes. */
    @Override
    public byte[] unsignedCatalog(String packageName, List<CatalogSubject> subjects) {
        TreeMap<byte[], DERSequence> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (CatalogSubject subject : subjects) {
            entries.put(subject.sha256().bytes(), entry(subject.sha256(), subject.kind(), true));
            entries.put(subject.sha1().bytes(), entry(subject.sha1(), subject.kind(), false));
        }
        DERSequence list = MessageWriter.sequence(
                new DERSequence(MessageWriter.oid(Oids.CATALOG_LIST)),
                new DEROctetString(identifier(packageName, entries)),
                new DERUTCTime(Date.from(time.instant())),
                MessageWriter.sequence(MessageWriter.oid(Oids.CATALOG_V2), DERNull.INSTANCE),
                new DERSequence(entries.values().toArray(new ASN1Encodable[0])),
                new DERTaggedObject(
                        true,
                        0,
                        MessageWriter.sequence(header("PackageName", packageName), header("OSAttr", OS_VERSIONS))));
        return MessageWriter.unsigned(Oids.CTL, list);
    }

    private static DERSequence entry(Digest digest, CatalogSubject.Kind kind, boolean withDigest) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(MessageWriter.attribute(
                Oids.CAT_MEMBER_INFO2, new DERTaggedObject(false, choice(kind), DERNull.INSTANCE)));
        if (withDigest) {
            attributes.add(
                    MessageWriter.attribute(Oids.SPC_INDIRECT_DATA, IndirectDataWriter.forCatalog(kind, digest)));
        }
        return MessageWriter.sequence(new DEROctetString(digest.bytes()), new DERSet(attributes));
    }

    private static int choice(CatalogSubject.Kind kind) {
        return switch (kind) {
            case PE -> 0;
            case CABINET -> 1;
            case FLAT -> 2;
        };
    }

    private static DERSequence header(String name, String value) {
        byte[] pair = MessageWriter.encoded(MessageWriter.sequence(
                new DERBMPString(name),
                new ASN1Integer(AUTHENTICATED_TEXT),
                new DEROctetString(CatalogText.bytes(value))));
        return MessageWriter.sequence(MessageWriter.oid(Oids.CAT_NAME_VALUE), new DEROctetString(pair));
    }

    private static byte[] identifier(String packageName, Map<byte[], DERSequence> entries) {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        digest.update(CatalogText.bytes(packageName));
        entries.keySet().forEach(digest::update);
        return Arrays.copyOf(digest.digest(), IDENTIFIER_LENGTH);
    }
}
