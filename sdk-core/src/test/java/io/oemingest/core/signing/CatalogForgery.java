package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;

/** Catalogs that {@link SecurityCatalogBuilder} does not make. */
final class CatalogForgery {
    private static final String FLAT_GUID = "{DE351A42-8E59-11D0-8C47-00C04FC295EE}";
    private static final int SUBJECTS = 4;

    private final ASN1Encodable[] list;

    private CatalogForgery(ASN1Encodable[] list) {
        this.list = list;
    }

    /** Starts from the list of a good catalog. */
    static CatalogForgery of(byte[] catalog) throws IOException {
        Location where = Location.ofFile("catalog");
        SignedMessage message = SignedMessage.of(DerNode.parse(catalog, where), where);
        byte[] encoded = Objects.requireNonNull(message.content()).encoded();
        return new CatalogForgery(ASN1Sequence.getInstance(encoded).toArray());
    }

    CatalogForgery repeatFirst() {
        ASN1EncodableVector entries = new ASN1EncodableVector();
        ASN1Sequence present = ASN1Sequence.getInstance(list[SUBJECTS]);
        entries.add(present.getObjectAt(0));
        present.forEach(entries::add);
        list[SUBJECTS] = new DERSequence(entries);
        return this;
    }

    /** Gives the first entry a name, which says nothing of what is listed. */
    CatalogForgery nameFirst(String name) {
        ASN1Encodable[] entries = ASN1Sequence.getInstance(list[SUBJECTS]).toArray();
        ASN1Sequence first = ASN1Sequence.getInstance(entries[0]);
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        ASN1Set.getInstance(first.getObjectAt(1)).forEach(attributes::add);
        attributes.add(MessageWriter.attribute(
                Oids.CAT_NAME_VALUE,
                MessageWriter.sequence(
                        new DERBMPString(name),
                        new ASN1Integer(0x10010001),
                        new DEROctetString(CatalogText.bytes("value")))));
        entries[0] = MessageWriter.sequence(first.getObjectAt(0), new DERSet(attributes));
        list[SUBJECTS] = new DERSequence(entries);
        return this;
    }

    /** Lists what the first entry does once more, under a text of its own. */
    CatalogForgery alsoAs(String tag) {
        ASN1EncodableVector entries = new ASN1EncodableVector();
        ASN1Sequence present = ASN1Sequence.getInstance(list[SUBJECTS]);
        present.forEach(entries::add);
        ASN1Sequence first = ASN1Sequence.getInstance(present.getObjectAt(0));
        entries.add(MessageWriter.sequence(new DEROctetString(CatalogText.bytes(tag)), first.getObjectAt(1)));
        list[SUBJECTS] = new DERSequence(entries);
        return this;
    }

    CatalogForgery usage(String oid) {
        list[0] = new DERSequence(MessageWriter.oid(oid));
        return this;
    }

    byte[] unsigned() {
        return MessageWriter.unsigned(Oids.CTL, new DERSequence(list));
    }

    byte[] signed() throws IOException {
        return signed(Forgery.by(TestPackages.OEM_SIGNER));
    }

    byte[] signed(Forgery forgery) throws IOException {
        return forgery.contentType(Oids.CTL).message(MessageWriter.encoded(new DERSequence(list)));
    }

    /** A list of the first version with one entry, as flash images carry it. */
    static byte[] version1() throws IOException {
        return version1("HashTable.blob", Digest.of(DigestAlgorithm.SHA1, new byte[20]));
    }

    static byte[] version1(String tag, Digest digest) throws IOException {
        return version1List(tag, digest).signed();
    }

    static CatalogForgery version1List(String tag, Digest digest) throws IOException {
        ASN1Encodable info = MessageWriter.sequence(new DERBMPString(FLAT_GUID), new ASN1Integer(0x200));
        ASN1Encodable entry =
                MessageWriter.sequence(new DEROctetString(CatalogText.bytes(tag)), new DERSet(new ASN1Encodable[] {
                    MessageWriter.attribute(Oids.SPC_INDIRECT_DATA, IndirectDataWriter.forCatalog(Kind.FLAT, digest)),
                    MessageWriter.attribute(Oids.CAT_MEMBER_INFO, info)
                }));
        return new CatalogForgery(new ASN1Encodable[] {
            new DERSequence(MessageWriter.oid(Oids.CATALOG_LIST)),
            new DEROctetString(new byte[16]),
            new DERUTCTime(Date.from(TestCertificate.NOW)),
            MessageWriter.sequence(MessageWriter.oid(Oids.CATALOG_V1), DERNull.INSTANCE),
            new DERSequence(entry)
        });
    }
}
