package io.oemingest.emulator.testing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetSignatureArea;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority with a root of its own, which stamps signed packages as a kit with a connection has them stamped. */
public final class StampingAuthority {
    private static final ASN1ObjectIdentifier RFC3161_TOKEN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");
    private static final String ALGORITHM = "SHA256withECDSA";

    private final Instant now;
    private final X509Certificate root;
    private final KeyPair keys = newKeys();
    private final X509Certificate certificate;

    public StampingAuthority(Instant now) throws GeneralSecurityException, OperatorException, IOException {
        this.now = now;
        KeyPair rootKeys = newKeys();
        X500Name rootName = new X500Name("CN=Stamping Root");
        JcaX509v3CertificateBuilder authority = certificate(rootName, rootName, rootKeys);
        authority.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        authority.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        root = signed(authority, rootKeys);
        JcaX509v3CertificateBuilder stamper = certificate(rootName, new X500Name("CN=Stamper"), keys);
        stamper.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate = signed(stamper, rootKeys);
    }

    public X509Certificate root() {
        return root;
    }

    /** Writes a copy of a signed package whose outer signature has a time stamp of a minute ago. */
    public void stamp(Path signed, Path target) throws Exception {
        try (ByteSource source = ByteSource.open(signed)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            try (ASN1InputStream message = new ASN1InputStream(cabinet.signatureArea().stream())) {
                CabinetSignatureArea.write(cabinet, stamped(ASN1Sequence.getInstance(message.readObject())), target);
            }
        }
    }

    private byte[] stamped(ASN1Sequence contentInfo) throws Exception {
        ASN1Sequence signedData = ASN1Sequence.getInstance((ASN1TaggedObject) contentInfo.getObjectAt(1), true);
        int last = signedData.size() - 1;
        ASN1Sequence signer = ASN1Sequence.getInstance(
                ASN1Set.getInstance(signedData.getObjectAt(last)).getObjectAt(0));
        byte[] signature = ASN1OctetString.getInstance(signer.getObjectAt(signer.size() - 1))
                .getOctets();
        ASN1EncodableVector info = elements(signer, signer.size());
        info.add(new DERTaggedObject(false, 1, new DERSet(new DERSequence(new ASN1Encodable[] {
            RFC3161_TOKEN, new DERSet(token(signature))
        }))));
        ASN1EncodableVector data = elements(signedData, last);
        data.add(new DERSet(new DERSequence(info)));
        return new DERSequence(new ASN1Encodable[] {
                    contentInfo.getObjectAt(0), new DERTaggedObject(true, 0, new DERSequence(data))
                })
                .getEncoded("DER");
    }

    private ASN1Primitive token(byte[] signature)
            throws OperatorException, TSPException, GeneralSecurityException, IOException {
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, keys.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4.5"));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        byte[] imprint = MessageDigest.getInstance("SHA-256").digest(signature);
        return ASN1Primitive.fromByteArray(generator
                .generate(
                        requests.generate(NISTObjectIdentifiers.id_sha256, imprint),
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofMinutes(1))))
                .getEncoded("DER"));
    }

    private JcaX509v3CertificateBuilder certificate(X500Name issuer, X500Name subject, KeyPair subjectKeys) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.TWO,
                Date.from(now.minus(Duration.ofDays(9))),
                Date.from(now.plus(Duration.ofDays(9))),
                subject,
                subjectKeys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, KeyPair issuer)
            throws GeneralSecurityException, OperatorException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(issuer.getPrivate())));
    }

    private static ASN1EncodableVector elements(ASN1Sequence sequence, int count) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        for (int i = 0; i < count; i++) {
            elements.add(sequence.getObjectAt(i));
        }
        return elements;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
