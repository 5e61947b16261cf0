package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a message into the facts that callers see. */
final class SignatureFacts {
    private static final int MAX_NESTED = 4;

    private SignatureFacts() {}

    /** The facts of the first signer, or null if the message has none. */
    static @Nullable CodeSignature of(SignedMessage message) throws MalformedFileException {
        return of(message, 0);
    }

    private static @Nullable CodeSignature of(SignedMessage message, int depth) throws MalformedFileException {
        if (message.signers().isEmpty()) {
            return null;
        }
        SignerInfo signer = message.signers().get(0);
        X509Certificate certificate = signer.certificate(message.certificates());
        if (certificate == null) {
            throw signer.node().malformed("names a signer whose certificate is not in the signature");
        }
        OpusInfo opus = OpusInfo.of(signer);
        return new CodeSignature(
                facts(certificate, signer.node()),
                Oids.digest(signer.digestOid()),
                contentDigest(message),
                timestamp(message, signer),
                isLegacy(signer),
                opus.programName(),
                opus.moreInfo(),
                nested(message, signer, depth));
    }

    private static SignerCertificate facts(X509Certificate certificate, DerNode node) throws MalformedFileException {
        try {
            return SignerCertificate.of(certificate);
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(node.malformed("").location(), "has an unreadable certificate", e);
        }
    }

    private static @Nullable Digest contentDigest(SignedMessage message) throws MalformedFileException {
        DerNode content = message.content();
        return content == null || !message.contentType().equals(Oids.SPC_INDIRECT_DATA)
                ? null
                : IndirectData.of(content).digest();
    }

    private static @Nullable Instant timestamp(SignedMessage message, SignerInfo signer) throws MalformedFileException {
        for (DerNode token : signer.unsignedValues(Oids.TIMESTAMP_TOKEN)) {
            return TimestampToken.of(SignedMessage.of(token, message.where())).time();
        }
        // The older protocol: a signature over the signature, with the time among its signed attributes.
        for (DerNode counter : signer.unsignedValues(Oids.COUNTER_SIGNATURE)) {
            Attributes signed = SignerInfo.of(counter).signed();
            List<DerNode> times = signed == null ? List.of() : signed.values(Oids.SIGNING_TIME);
            return times.isEmpty() ? null : DerValues.time(times.get(0), "signingTime");
        }
        return null;
    }

    private static boolean isLegacy(SignerInfo signer) {
        return signer.unsignedValues(Oids.TIMESTAMP_TOKEN).isEmpty()
                && !signer.unsignedValues(Oids.COUNTER_SIGNATURE).isEmpty();
    }

    private static List<CodeSignature> nested(SignedMessage message, SignerInfo signer, int depth)
            throws MalformedFileException {
        List<CodeSignature> nested = new ArrayList<>();
        for (DerNode node : signer.unsignedValues(Oids.SPC_NESTED_SIGNATURE)) {
            if (depth == MAX_NESTED) {
                throw node.malformed("is nested deeper than " + MAX_NESTED + " signatures");
            }
            CodeSignature inner = of(SignedMessage.of(node, message.where()), depth + 1);
            if (inner != null) {
                nested.add(inner);
            }
        }
        return nested;
    }

    /** SpcSpOpusInfo: what the publisher says the content is. */
    private record OpusInfo(
            @Nullable String programName, @Nullable String moreInfo) {

        static OpusInfo of(SignerInfo signer) throws MalformedFileException {
            Attributes signed = signer.signed();
            List<DerNode> values = signed == null ? List.of() : signed.values(Oids.SPC_OPUS_INFO);
            if (values.isEmpty()) {
                return new OpusInfo(null, null);
            }
            DerFields fields = values.get(0).fields("SpcSpOpusInfo");
            DerNode name = fields.optional(0xa0);
            DerNode link = fields.optional(0xa1);
            fields.end();
            return new OpusInfo(
                    name == null ? null : text(name.only("SpcString")),
                    link == null ? null : url(link.only("SpcLink")));
        }

        private static String text(DerNode string) throws MalformedFileException {
            return string.is(0x80) ? string.bmpText() : ascii(string);
        }

        private static @Nullable String url(DerNode link) throws MalformedFileException {
            return link.is(0x80) ? ascii(link) : null;
        }

        private static String ascii(DerNode node) throws MalformedFileException {
            return new String(node.textOctets(), StandardCharsets.US_ASCII);
        }
    }
}
