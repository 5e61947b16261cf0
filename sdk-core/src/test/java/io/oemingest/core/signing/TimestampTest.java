package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.END;
import static io.oemingest.core.signing.TestCertificate.NOW;
import static io.oemingest.core.signing.TestCertificate.START;
import static io.oemingest.core.signing.TestPackages.AUTHORITY;
import static io.oemingest.core.signing.TestPackages.OEM;
import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant EARLIER = NOW.minus(DAY).minus(DAY);
    private static final TrustPolicy STAMPED = POLICY.withTimestamps(List.of(TestTsa.ROOT.certificate()), false);

    private final Issued expired =
            TestCertificate.signer(OEM).valid(START, NOW.minus(DAY)).by(AUTHORITY);

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void packages() {
        packages = new TestPackages(folder);
    }

    @Test
    void aTimeStampProvesThatAnExpiredSignerWasValid() throws Exception {
        Path file = stamped(expired, TestTsa.at(EARLIER));
        assertThat(Refusals.ofCabinet(file, STAMPED)).isEqualTo("ACCEPTED");
        try (ByteSource source = ByteSource.open(file)) {
            CodeSignature facts =
                    CodeSignatures.ofCabinet(Cabinet.read(source, TestPackages.LIMITS), TestPackages.LIMITS);
            assertThat(facts.timestamp()).isEqualTo(EARLIER);
        }
    }

    @Test
    void refusesATimeStampWhenTheSignerWasNotValid() throws Exception {
        Issued early = TestCertificate.signer(OEM).valid(NOW.minus(DAY), END).by(AUTHORITY);
        assertThat(Refusals.ofCabinet(stamped(early, TestTsa.at(EARLIER)), STAMPED))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-20T06:16:00Z");
    }

    @Test
    void aTimeStampOfTheFutureProvesNoMoreThanNone() throws Exception {
        Function<byte[], ASN1Encodable> tomorrow = TestTsa.at(NOW.plus(DAY));
        assertThat(judged(tomorrow)).isEqualTo("ACCEPTED");
        assertThat(Refusals.ofCabinet(stamped(expired, tomorrow), STAMPED))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-22T06:16:00Z");
        TrustPolicy strict = POLICY.withTimestamps(List.of(TestTsa.ROOT.certificate()), true);
        assertThat(Refusals.ofCabinet(stamped(OEM_SIGNER, tomorrow), strict))
                .isEqualTo("TIMESTAMP: the time stamp is of the future, 2026-11-23T06:16:00Z");
    }

    @Test
    void refusesATimeStampOfAnotherSignature() throws Exception {
        assertThat(judged(signature -> TestTsa.at(EARLIER).apply(new byte[] {1, 2, 3})))
                .startsWith("TIMESTAMP: the time stamp does not hold: ")
                .endsWith(": it is of another signature");
    }

    @Test
    void refusesATimeStampOverSha1() throws Exception {
        assertThat(judged(TestTsa.by(TestTsa.AUTHORITY, EARLIER, "1.3.14.3.2.26", "SHA-1")))
                .endsWith(": it was made over a weak hash");
    }

    @Test
    void refusesATimeStampByASignerOfCode() throws Exception {
        // The generator of tokens checks its own certificate, so the strange usage stands beside the right one.
        Issued both = TestCertificate.named("Both")
                .ekus(List.of(Oids.EKU_TIME_STAMPING))
                .by(TestTsa.ROOT);
        assertThat(judged(signature -> token(both, signature))).endsWith(": its signer is no time-stamp authority");
    }

    @Test
    void refusesATimeStampByAStranger() throws Exception {
        Issued stranger = TestCertificate.named("TSA")
                .criticalEkus(Oids.EKU_TIME_STAMPING)
                .by(TestCertificate.root("TSA Root"));
        assertThat(judged(TestTsa.by(stranger, EARLIER, Oids.SHA256, "SHA-256")))
                .endsWith(": no path of certificates leads from 'CN=TSA (TEST ONLY)' to a trusted root");
    }

    @Test
    void refusesATimeStampThatThePolicyKnowsNoAuthorityFor() throws Exception {
        assertThat(Refusals.ofCabinet(stamped(OEM_SIGNER, TestTsa.at(EARLIER)), POLICY))
                .endsWith(": no path of certificates leads from 'CN=TSA (TEST ONLY)' to a trusted root");
    }

    @Test
    void refusesATimeStampThatDoesNotNameItsAuthority() throws Exception {
        assertThat(judged(signature -> token(TestTsa.AUTHORITY, signature)))
                .endsWith(": it does not name its authority's certificate");
    }

    @Test
    void refusesTwoTimeStamps() throws Exception {
        Path file = Forgery.by(OEM_SIGNER)
                .unsignedAttributes(Oids.TIMESTAMP_TOKEN, List.of(TestTsa.at(EARLIER), TestTsa.at(EARLIER.plus(DAY))))
                .cabinet(packages.unsigned(), packages.fresh("stamped.cab"));
        assertThat(Refusals.ofCabinet(file, STAMPED)).isEqualTo("TIMESTAMP: has 2 time stamps, not one");
    }

    @Test
    void anOlderCounterSignatureProvesNothing() throws Exception {
        // The older protocol is shown to readers and never believed.
        Path file = Forgery.by(expired)
                .unsignedAttribute(Oids.COUNTER_SIGNATURE, TimestampTest::counterSignature)
                .cabinet(packages.unsigned(), packages.fresh("stamped.cab"));
        assertThat(Refusals.ofCabinet(file, STAMPED))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-22T06:16:00Z");
        try (ByteSource source = ByteSource.open(file)) {
            CodeSignature facts =
                    CodeSignatures.ofCabinet(Cabinet.read(source, TestPackages.LIMITS), TestPackages.LIMITS);
            assertThat(facts.timestamp()).isEqualTo(EARLIER);
        }
    }

    @Test
    void refusesAMissingTimeStampOnlyWhenOneIsRequired() throws Exception {
        Path file = Forgery.by(OEM_SIGNER).cabinet(packages.unsigned(), packages.fresh("plain.cab"));
        assertThat(Refusals.ofCabinet(file, STAMPED)).isEqualTo("ACCEPTED");
        TrustPolicy strict = POLICY.withTimestamps(List.of(TestTsa.ROOT.certificate()), true);
        assertThat(Refusals.ofCabinet(file, strict)).isEqualTo("TIMESTAMP_MISSING: has no time stamp");
    }

    @Test
    void refusesBytesThatAreNoTimeStamp() throws Exception {
        assertThat(judged(signature -> new DERSequence()))
                .isEqualTo("TIMESTAMP: the time stamp is not readable: ContentInfo ends before its contentType");
    }

    private String judged(Function<byte[], ASN1Encodable> stamp) throws Exception {
        return Refusals.ofCabinet(stamped(OEM_SIGNER, stamp), STAMPED);
    }

    private Path stamped(Issued signer, Function<byte[], ASN1Encodable> stamp) throws Exception {
        return Forgery.by(signer)
                .unsignedAttribute(Oids.TIMESTAMP_TOKEN, stamp)
                .cabinet(packages.unsigned(), packages.fresh("stamped.cab"));
    }

    private static ASN1Encodable counterSignature(byte[] signature) {
        byte[] message = DetachedSignature.sign(signature, TestTsa.AUTHORITY.identity(), EARLIER);
        ASN1Sequence info = ASN1Sequence.getInstance(message);
        ASN1Sequence data = ASN1Sequence.getInstance(
                ASN1TaggedObject.getInstance(info.getObjectAt(1)).getExplicitBaseObject());
        return ASN1Set.getInstance(data.getObjectAt(data.size() - 1)).getObjectAt(0);
    }

    /** A token that a real generator refuses to make: signed by somebody who is no authority. */
    private static ASN1Encodable token(Issued signer, byte[] signature) {
        try {
            DerNode good = DerNode.parse(
                    MessageWriter.encoded(TestTsa.at(EARLIER).apply(signature)), Location.ofFile("token"));
            SignedMessage message = SignedMessage.of(good, Location.ofFile("token"));
            byte[] content = Objects.requireNonNull(message.content()).encoded();
            return ASN1Primitive.fromByteArray(
                    Forgery.by(signer).contentType(Oids.TST_INFO).message(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
