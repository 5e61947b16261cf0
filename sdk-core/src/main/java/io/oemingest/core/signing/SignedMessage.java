package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#7 or CMS message of signed data, read and not verified (RFC 2315 chapter 9, RFC 5652 chapter 5).
 *
 * @param where the place of the message, for refusals
 * @param version 1 for Authenticode
 * @param digestOids hash functions that the signers are said to use
 * @param contentType what kind of content is signed
 * @param content the signed element, null in a detached signature
 * @param certificates in the message's order
 * @param signers as many as there are
 */
record SignedMessage(
        Location where,
        int version,
        List<String> digestOids,
        String contentType,
        @Nullable DerNode content,
        List<X509Certificate> certificates,
        List<SignerInfo> signers) {

    private static final int MAX_CERTIFICATES = 32;
    private static final int MAX_SIGNERS = 8;
    private static final int PADDING_UNIT = 8;

    SignedMessage {
        digestOids = List.copyOf(digestOids);
        certificates = List.copyOf(certificates);
        signers = List.copyOf(signers);
    }

    /** Reads a message that may be followed by less than 8 zero bytes. */
    static SignedMessage read(ByteSource source, Location where, FormatLimits limits) throws IOException {
        return of(node(source, where, limits), where);
    }

    /** The outermost element of a signature area, which may be followed by padding. */
    static DerNode node(ByteSource source, Location where, FormatLimits limits) throws IOException {
        if (source.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    where, "has " + source.size() + " bytes, more than the " + limits.maxInMemory() + " allowed");
        }
        byte[] bytes = source.readAll(limits.maxInMemory());
        DerNode node = DerNode.parsePrefix(bytes, where);
        checkPadding(node, bytes);
        return node;
    }

    static SignedMessage of(DerNode node, Location where) throws MalformedFileException {
        DerFields info = node.fields("ContentInfo");
        DerNode type = info.next(DerNode.OID, "contentType");
        if (!type.oid("contentType").equals(Oids.SIGNED_DATA)) {
            throw type.malformed("is no signed data");
        }
        DerNode signedData = info.next(0xa0, "content").only("SignedData");
        info.end();
        return ofSignedData(signedData.fields("SignedData"), where);
    }

    private static SignedMessage ofSignedData(DerFields data, Location where) throws MalformedFileException {
        DerNode version = data.next(DerNode.INTEGER, "version");
        List<String> digests = new ArrayList<>();
        for (DerNode algorithm : data.next(DerNode.SET, "digestAlgorithms").children()) {
            digests.add(AlgorithmIds.oid(algorithm));
        }
        DerFields content = data.next("contentInfo").fields("contentInfo");
        String contentType = content.next(DerNode.OID, "contentType").oid("contentType");
        DerNode wrapped = content.optional(0xa0);
        content.end();
        DerNode certificates = data.optional(0xa0);
        data.optional(0xa1); // revocation lists: no use without the network
        DerNode signers = data.next(DerNode.SET, "signerInfos");
        data.end();
        return new SignedMessage(
                where,
                version.integer("version").bitLength() > 8
                        ? -1
                        : version.integer("version").intValue(),
                digests,
                contentType,
                wrapped == null ? null : wrapped.only("content"),
                certificates == null ? List.of() : certificates(certificates),
                signers(signers));
    }

    private static List<X509Certificate> certificates(DerNode set) throws MalformedFileException {
        List<DerNode> nodes = set.children();
        if (nodes.size() > MAX_CERTIFICATES) {
            throw set.malformed("holds " + nodes.size() + " certificates, more than " + MAX_CERTIFICATES);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (DerNode node : nodes) {
            // Time stamps of Microsoft carry attribute certificates too, which say nothing to us.
            if (!node.is(0xa1) && !node.is(0xa2)) {
                certificates.add(certificate(node.expect(DerNode.SEQUENCE, "certificate")));
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(DerNode node) throws MalformedFileException {
        checkSignatureBits(node);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(node.encoded()));
        } catch (CertificateException e) {
            throw new MalformedFileException(node.malformed("").location(), "is not a readable certificate", e);
        }
    }

    // Java's reader overlooks bits of the signature that count for nothing, so anybody could change them.
    private static void checkSignatureBits(DerNode certificate) throws MalformedFileException {
        DerFields fields = certificate.fields("certificate");
        fields.next("tbsCertificate");
        fields.next("signatureAlgorithm");
        DerNode signature = fields.next(DerNode.BIT_STRING, "signatureValue");
        byte[] bits = signature.content();
        if (bits.length == 0 || bits[0] != 0) {
            throw signature.malformed("has a signature value that is no whole number of bytes");
        }
    }

    private static List<SignerInfo> signers(DerNode set) throws MalformedFileException {
        List<DerNode> nodes = set.children();
        if (nodes.size() > MAX_SIGNERS) {
            throw set.malformed("holds " + nodes.size() + " signers, more than " + MAX_SIGNERS);
        }
        List<SignerInfo> signers = new ArrayList<>();
        for (DerNode node : nodes) {
            signers.add(SignerInfo.of(node));
        }
        return signers;
    }

    private static void checkPadding(DerNode node, byte[] bytes) throws MalformedFileException {
        if (bytes.length - node.endOffset() >= PADDING_UNIT) {
            throw node.malformed("has " + (bytes.length - node.endOffset()) + " bytes after its end");
        }
        for (int i = node.endOffset(); i < bytes.length; i++) {
            if (bytes[i] != 0) {
                throw node.malformed("has a byte that is not zero in the padding after its end");
            }
        }
    }
}
