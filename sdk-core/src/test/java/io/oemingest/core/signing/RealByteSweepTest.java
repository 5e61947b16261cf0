package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A real cabinet that was signed twice: a changed byte is refused, unless it is one that says nothing. */
class RealByteSweepTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();
    /** Coprime to every structure, so that other bytes of it are changed in each. */
    private static final int STRIDE = 13;

    @Test
    void aChangedByteIsRefusedOutsideWhatNoSignatureNeeds() throws Exception {
        Path file = Samples.fileOrSkip("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        List<X509Certificate> anchors = RealAuthorities.retail();
        TrustPolicy policy = TrustPolicy.realRetail(anchors, TestCertificate.NOW);
        byte[] bytes = Files.readAllBytes(file);
        BitSet needless = needless(bytes, anchors);
        TreeSet<Integer> accepted = new TreeSet<>();
        for (int at = 0; at < bytes.length; at += STRIDE) {
            bytes[at] ^= 0x11;
            if (isAccepted(bytes, policy) && !needless.get(at)) {
                accepted.add(at);
            }
            bytes[at] ^= 0x11;
        }
        assertThat(isAccepted(bytes, policy)).isTrue();
        assertThat(accepted).isEmpty();
    }

    private static boolean isAccepted(byte[] bytes, TrustPolicy policy) throws Exception {
        ByteSource source = ByteSource.of("real.spkg", bytes);
        return Refusals.of(() -> new SignatureVerifier(policy, LIMITS).verifyCabinet(Cabinet.read(source, LIMITS)))
                .equals("ACCEPTED");
    }

    /** Outer certificates and counter-signature, which prove nobody, attribute certificates and copies of the anchors. */
    private static BitSet needless(byte[] bytes, List<X509Certificate> anchors) throws Exception {
        int start = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(44);
        Cabinet cabinet = Cabinet.read(ByteSource.of("real.spkg", bytes), LIMITS);
        byte[] area = CodeSignatures.encoded(Objects.requireNonNull(cabinet.signatureArea()), LIMITS);
        SignedMessage outer = SignedMessage.of(DerNode.parse(area, Location.ofFile("p7")), Location.ofFile("p7"));
        BitSet needless = new BitSet();
        for (X509Certificate each : outer.certificates()) {
            mark(needless, bytes, SignerChecks.encoded(each));
        }
        for (DerNode each : outer.signers().get(0).unsignedValues(Oids.COUNTER_SIGNATURE)) {
            needless.set(start + each.offsetIn(DerNode.parse(area, Location.ofFile("p7"))), start + each.endOffset());
        }
        for (DerNode each : attributeCertificates(outer)) {
            mark(needless, bytes, each.encoded());
        }
        for (X509Certificate each : anchors) {
            mark(needless, bytes, SignerChecks.encoded(each));
        }
        return needless;
    }

    /** What Microsoft's time stamps carry beside the certificates of their authority. */
    private static List<DerNode> attributeCertificates(SignedMessage outer) throws Exception {
        DerNode nested = only(outer, Oids.SPC_NESTED_SIGNATURE);
        DerNode token = only(SignedMessage.of(nested, outer.where()), Oids.TIMESTAMP_TOKEN);
        DerNode signedData = token.children().get(1).only("SignedData");
        List<DerNode> found = new ArrayList<>();
        for (DerNode part : signedData.children()) {
            for (DerNode each : part.is(0xa0) ? part.children() : List.<DerNode>of()) {
                if (!each.is(DerNode.SEQUENCE)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    private static DerNode only(SignedMessage message, String oid) {
        return message.signers().get(0).unsignedValues(oid).get(0);
    }

    private static void mark(BitSet needless, byte[] bytes, byte[] part) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        String one = new String(part, StandardCharsets.ISO_8859_1);
        for (int at = all.indexOf(one); at >= 0; at = all.indexOf(one, at + 1)) {
            needless.set(at, at + part.length);
        }
    }
}
