package io.oemingest.emulator.signing;

import io.oemingest.core.io.Digest;
import io.oemingest.core.signing.Timestamper;
import io.oemingest.emulator.port.TimestampPort;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The emulator's time-stamp authority (RFC 3161), below the root of the emulated retail signatures. It says whatever its
 * clock says, so a test may have it stamp in the past. Takes imprints by SHA-256, SHA-384 and SHA-512. Safe for threads.
 */
public final class TimestampAuthority implements Timestamper, TimestampPort {
    static final String USAGE = "1.3.6.1.5.5.7.3.8";

    // An identifier of nobody's registration (ITU-T X.667): a UUID made for this one purpose.
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.322207219271158151920440080067358805214");
    private static final Set<ASN1ObjectIdentifier> IMPRINTS =
            Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);
    private static final int SERIAL_BITS = 127;

    private final IssuedKey key;
    private final InstantSource time;
    private final SecureRandom random;

    /** Signs with the key of the PKI that is for this alone; {@code time} is what its stamps say, {@code random} their numbers. */
    public TimestampAuthority(TestPki pki, InstantSource time, SecureRandom random) {
        this.key = pki.retail().timestampSigner();
        this.time = time;
        this.random = random;
    }

    @Override
    public byte[] token(Digest imprint) throws IOException {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        try {
            TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, imprint.bytes());
            return tokens().generate(request, serial(), now()).getEncoded(ASN1Encoding.DER);
        } catch (TSPException e) {
            throw new IOException("There is no time stamp for " + imprint, e);
        }
    }

    @Override
    public byte[] answer(byte[] query) {
        TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens(), IMPRINTS);
        try {
            return answer(query, responses);
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("A time-stamp response cannot be encoded", e);
        }
    }

    private byte[] answer(byte[] query, TimeStampResponseGenerator responses) throws TSPException, IOException {
        TimeStampRequest request;
        try {
            request = new TimeStampRequest(query);
        } catch (IOException | RuntimeException e) {
            // Some bytes that are no query end in unchecked exceptions of the parser.
            return responses
                    .generateFailResponse(
                            PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "The bytes are no time-stamp query.")
                    .getEncoded();
        }
        try {
            return responses.generateGrantedResponse(request, serial(), now()).getEncoded();
        } catch (TSPException e) {
            return responses.generateRejectedResponse(e).getEncoded();
        }
    }

    // Made anew each time, for it keeps a state while it works.
    private TimeStampTokenGenerator tokens() {
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build(key.kind().signatureAlgorithm(), key.key(), key.certificate()),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            generator.addCertificates(new JcaCertStore(key.identity().chain()));
            return generator;
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException("The time-stamp authority's key cannot sign", e);
        }
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private Date now() {
        return Date.from(time.instant());
    }
}
