package io.oemingest.core.signing;

import io.oemingest.core.model.EkuCombination;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate for tests, good or bad in exactly the way that is asked for. */
final class TestCertificate {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");

    private static final AtomicLong SERIALS = new AtomicLong(1000);

    private final String name;
    private KeyPair keys = TestKeys.ec();
    private Instant start = START;
    private Instant end = END;
    private String mark = " (TEST ONLY)";
    private int pathLength = -1;
    private List<String> ekus = List.of();
    private boolean criticalEkus;
    private int keyUsage;
    private @Nullable String algorithm;

    private TestCertificate(String name) {
        this.name = name;
    }

    static TestCertificate named(String name) {
        return new TestCertificate(name);
    }

    static Issued root(String name) {
        return named(name).authority(3).selfSigned();
    }

    /** A signer of code with these usages. */
    static TestCertificate signer(EkuCombination combination) {
        List<String> usages = new ArrayList<>(List.of(EkuCombination.CODE_SIGNING));
        usages.addAll(combination.oids());
        return named("Signer").ekus(usages);
    }

    /** Does not say that it is for tests only. */
    TestCertificate forSale() {
        mark = "";
        return this;
    }

    TestCertificate keys(KeyPair value) {
        keys = value;
        return this;
    }

    TestCertificate valid(Instant from, Instant to) {
        start = from;
        end = to;
        return this;
    }

    TestCertificate authority(int length) {
        pathLength = length;
        return this;
    }

    TestCertificate ekus(List<String> oids) {
        ekus = oids;
        return this;
    }

    TestCertificate criticalEkus(String... oids) {
        ekus = List.of(oids);
        criticalEkus = true;
        return this;
    }

    TestCertificate keyUsage(int bits) {
        keyUsage = bits;
        return this;
    }

    TestCertificate signedWith(String value) {
        algorithm = value;
        return this;
    }

    Issued selfSigned() {
        return issue(null);
    }

    Issued by(Issued issuer) {
        return issue(issuer);
    }

    private Issued issue(@Nullable Issued issuer) {
        KeyPair signing = issuer == null ? keys : issuer.keys();
        X500Name subject = new X500Name("CN=" + name + mark);
        X500Name issuerName = issuer == null
                ? subject
                : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded());
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(start),
                    Date.from(end),
                    subject,
                    keys.getPublic());
            addExtensions(builder);
            String used = algorithm != null ? algorithm : TestKeys.signatureAlgorithm(signing);
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(used).build(signing.getPrivate())));
            List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
            if (issuer != null) {
                chain.addAll(issuer.chain());
            }
            return new Issued(keys, chain);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void addExtensions(JcaX509v3CertificateBuilder builder) throws IOException {
        if (pathLength >= 0) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
        }
        if (keyUsage != 0) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
        }
        if (!ekus.isEmpty()) {
            KeyPurposeId[] purposes = ekus.stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                    .toArray(KeyPurposeId[]::new);
            builder.addExtension(Extension.extendedKeyUsage, criticalEkus, new ExtendedKeyUsage(purposes));
        }
    }

    /** A key with its certificates, own first, root last. */
    record Issued(KeyPair keys, List<X509Certificate> chain) {
        X509Certificate certificate() {
            return chain.get(0);
        }

        SigningIdentity identity() {
            return new SigningIdentity(keys.getPrivate(), chain.subList(0, Math.max(1, chain.size() - 1)));
        }
    }
}
