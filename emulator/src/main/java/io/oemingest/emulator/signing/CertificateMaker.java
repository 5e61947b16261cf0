package io.oemingest.emulator.signing;

import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes keys and certificates whose subjects say that they are for tests only, and of which emulator they are. */
final class CertificateMaker {
    private static final int SERIAL_BITS = 127;
    private static final Duration LEEWAY = Duration.ofDays(1);
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final int NO_AUTHORITY = -1;

    private final PkiOptions options;
    private final SecureRandom random;
    private final InstantSource time;

    CertificateMaker(PkiOptions options, SecureRandom random, InstantSource time) {
        this.options = options;
        this.random = random;
        this.time = time;
    }

    EkuProfiles profiles() {
        return options.profiles();
    }

    /** A self-signed authority. */
    IssuedKey root(String name) {
        return make(name, 1, List.of(), null);
    }

    /** An authority that vouches for signers, not for further authorities, and for these usages alone. */
    IssuedKey authority(String name, List<String> usages, IssuedKey issuer) {
        return make(name, 0, usages, issuer);
    }

    IssuedKey signer(String name, List<String> usages, IssuedKey issuer) {
        return make(name, NO_AUTHORITY, usages, issuer);
    }

    private IssuedKey make(String name, int pathLength, List<String> usages, @Nullable IssuedKey issuer) {
        KeyKind kind = pathLength == NO_AUTHORITY ? options.signers() : options.authorities();
        KeyPair keys = kind.generate(random);
        IssuedKey signer = issuer == null ? new IssuedKey(keys.getPrivate(), kind, List.of()) : issuer;
        try {
            X509v3CertificateBuilder builder = builder(subject(name), keys, issuer);
            addUsages(builder, pathLength, usages);
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
            if (issuer != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            }
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(signer.kind().signatureAlgorithm()).build(signer.key())));
            return new IssuedKey(
                    keys.getPrivate(),
                    kind,
                    Stream.concat(Stream.of(certificate), signer.chain().stream())
                            .toList());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The certificate '" + name + "' cannot be made", e);
        }
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair keys, @Nullable IssuedKey issuer) {
        Instant now = time.instant();
        X500Name issuerName = issuer == null
                ? subject
                : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded());
        return new JcaX509v3CertificateBuilder(
                issuerName,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                Date.from(now.minus(LEEWAY)),
                Date.from(now.plus(LIFETIME)),
                subject,
                keys.getPublic());
    }

    private static void addUsages(X509v3CertificateBuilder builder, int pathLength, List<String> usages)
            throws IOException {
        boolean authority = pathLength != NO_AUTHORITY;
        builder.addExtension(
                Extension.basicConstraints,
                true,
                authority ? new BasicConstraints(pathLength) : new BasicConstraints(false));
        int keyUsage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
        if (!usages.isEmpty()) {
            KeyPurposeId[] purposes = usages.stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                    .toArray(KeyPurposeId[]::new);
            // Of a time-stamp authority it is alone and critical (RFC 3161 2.3).
            boolean critical = usages.equals(List.of(TimestampAuthority.USAGE));
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
        }
    }

    private X500Name subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "OEM Ingestion Emulator (TEST ONLY)")
                .addRDN(BCStyle.OU, "Emulator " + options.instance())
                .addRDN(BCStyle.CN, name + " (TEST ONLY)")
                .build();
    }
}
