package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of megabytes in signatures that hold: refused as what they are, and neither kept nor repeated in the message. */
class HugeTextTest {
    private static final int CHARACTERS = 4 << 20;
    private static final String HUGE = "x".repeat(CHARACTERS);
    private static final Digest DIGEST = Digest.of(DigestAlgorithm.SHA1, new byte[20]);

    @TempDir
    private Path folder;

    private TestPackages packages;
    private Path signed;

    @BeforeEach
    void aSignedPackage() throws Exception {
        packages = new TestPackages(folder);
        signed = packages.signed();
    }

    @Test
    void refusesANameInACatalog() throws Exception {
        byte[] forged = CatalogForgery.of(TestPackages.member(signed, "content.cat"))
                .nameFirst(HUGE)
                .signed();
        assertThat(Refusals.ofPackage(packages.rebuilt(signed, Map.of("content.cat", forged)), POLICY))
                .isEqualTo("CATALOG_MALFORMED: is a text of " + 2 * CHARACTERS + " bytes, which nothing is called");
    }

    @Test
    void refusesTheTagOfAnImagesCatalog() throws Exception {
        byte[] forged = CatalogForgery.version1(HUGE, DIGEST);
        assertThat(Refusals.ofPackage(packages.rebuilt(signed, Map.of("content.cat", forged)), POLICY))
                .isEqualTo(
                        "CATALOG_MALFORMED: is a text of " + (2 * CHARACTERS + 2) + " bytes, which nothing is called");
    }

    @Test
    void refusesTheNameOfAProgram() throws Exception {
        ASN1Encodable text = new DERTaggedObject(false, 0, new DERBMPString(HUGE));
        assertThat(described(new DERTaggedObject(true, 0, text)))
                .isEqualTo("SIGNATURE_MALFORMED: is a text of " + 2 * CHARACTERS + " bytes, which nothing is called");
    }

    @Test
    void refusesTheAddressOfAPublisher() throws Exception {
        ASN1Encodable text = new DERTaggedObject(false, 0, new DERIA5String(HUGE));
        assertThat(described(new DERTaggedObject(true, 1, text)))
                .isEqualTo("SIGNATURE_MALFORMED: is a text of " + CHARACTERS + " bytes, which nothing is called");
    }

    private String described(ASN1Encodable opusField) throws Exception {
        Forgery forgery = Forgery.by(OEM_SIGNER)
                .signedAttribute(MessageWriter.attribute(Oids.SPC_OPUS_INFO, MessageWriter.sequence(opusField)));
        return Refusals.ofCabinet(forgery.cabinet(packages.unsigned(), packages.fresh("huge.cab")), POLICY);
    }

    @Test
    void readsNoMoreThanAFewCopiesOfWhatItRefuses() throws Exception {
        byte[] forged = CatalogForgery.version1List("HashTable.blob", DIGEST)
                .nameFirst(HUGE)
                .unsigned();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        String said = Refusals.of(() -> SecurityCatalog.read(ByteSource.of("a.cat", forged), TestPackages.LIMITS));
        long spent = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(said).isEqualTo("MALFORMED: is a text of " + 2 * CHARACTERS + " bytes, which nothing is called");
        assertThat((double) spent / forged.length).isLessThan(3.5);
    }
}
