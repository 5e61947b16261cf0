package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another implementation finds that the signers of real files signed their content, nested signatures included. */
class BouncyCastleAgreesTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    static Stream<Path> files() {
        return Samples.packages().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySignatureOfARealFileHoldsByItsSignersKey(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            ByteSource area = Objects.requireNonNull(cabinet.signatureArea());
            boolean retail = file.getParent().getFileName().toString().contains("retail");
            assertThat(verified(CodeSignatures.encoded(area, LIMITS))).isEqualTo(retail ? 2 : 1);
            if (FirmwarePackage.isPackage(cabinet)) {
                byte[] catalog = FirmwarePackage.read(source, LIMITS).catalogBytes();
                assertThat(verified(catalog)).isEqualTo(1);
            }
        }
    }

    /** How many signatures there are, after each was verified. */
    private static int verified(byte[] message) throws Exception {
        CMSSignedData data = new CMSSignedData(ContentInfo.getInstance(message));
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = data.getCertificates().getMatches(signer.getSID());
        X509CertificateHolder certificate = found.iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                .isTrue();
        int count = 1;
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute nested = unsigned == null ? null : unsigned.get(new ASN1ObjectIdentifier(Oids.SPC_NESTED_SIGNATURE));
        for (ASN1Encodable each : nested == null ? new ASN1Encodable[0] : nested.getAttributeValues()) {
            count += verified(each.toASN1Primitive().getEncoded());
        }
        return count;
    }
}
