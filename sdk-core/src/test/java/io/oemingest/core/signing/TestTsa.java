package io.oemingest.core.signing;

import io.oemingest.core.signing.TestCertificate.Issued;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority in the test's own process, by an implementation that is not ours. */
final class TestTsa {
    static final Issued ROOT = TestCertificate.root("TSA Root");
    static final Issued AUTHORITY =
            TestCertificate.named("TSA").criticalEkus(Oids.EKU_TIME_STAMPING).by(ROOT);

    private TestTsa() {}

    /** Stamps a signature value. */
    static Function<byte[], ASN1Encodable> at(Instant time) {
        return by(AUTHORITY, time, Oids.SHA256, "SHA-256");
    }

    static Function<byte[], ASN1Encodable> by(Issued authority, Instant time, String digestOid, String digestName) {
        return signature -> {
            try {
                byte[] imprint = MessageDigest.getInstance(digestName).digest(signature);
                return ASN1Primitive.fromByteArray(token(authority, time, digestOid, imprint));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    /** The same authority as signers ask it. */
    static Timestamper timestamper(Instant time) {
        return imprint -> {
            try {
                return token(AUTHORITY, time, Oids.SHA256, imprint.bytes());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    private static byte[] token(Issued authority, Instant time, String digestOid, byte[] imprint) throws Exception {
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build(
                                TestKeys.signatureAlgorithm(authority.keys()),
                                authority.keys().getPrivate(),
                                authority.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(new ASN1ObjectIdentifier(Oids.SHA256))),
                new ASN1ObjectIdentifier("1.2.3.4.5"));
        generator.addCertificates(new JcaCertStore(List.of(authority.certificate())));
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(new ASN1ObjectIdentifier(digestOid), imprint);
        return generator.generate(request, BigInteger.ONE, Date.from(time)).getEncoded("DER");
    }
}
