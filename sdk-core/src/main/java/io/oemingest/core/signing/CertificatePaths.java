package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.signing.VerificationException.Problem;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the path from a signer to an anchor among the certificates of a message, then has the JDK validate it (RFC 5280
 * chapter 6) without network and revocation. Each certificate is explored once, so hostile bags of certificates cost
 * little.
 */
final class CertificatePaths {
    private static final int MAX_LENGTH = 5;

    private final List<X509Certificate> pool;
    private final Set<X509Certificate> anchors;
    private final Set<X509Certificate> explored = new HashSet<>();

    private CertificatePaths(List<X509Certificate> pool, Set<X509Certificate> anchors) {
        this.pool = pool;
        this.anchors = anchors;
    }

    /** The valid path, signer first, anchor last; {@code at} null stands for a moment at which all of it was valid. */
    static List<X509Certificate> verify(
            X509Certificate signer, List<X509Certificate> pool, Anchors anchors, Location where)
            throws VerificationException {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate anchor = new CertificatePaths(pool, anchors.roots()).find(signer, path);
        if (anchor == null) {
            throw new VerificationException(
                    Problem.UNTRUSTED_CHAIN,
                    where,
                    "no path of certificates leads from '"
                            + signer.getSubjectX500Principal().getName() + "' to a trusted root");
        }
        Instant moment = anchors.at() == null ? momentOfValidity(path, where) : anchors.at();
        checkStrength(path, where);
        validate(path, anchor, moment, where);
        path.add(anchor);
        return path;
    }

    private @Nullable X509Certificate find(X509Certificate certificate, List<X509Certificate> path) {
        path.add(certificate);
        explored.add(certificate);
        X509Certificate anchor = issuerAmong(anchors, certificate);
        if (anchor != null) {
            return anchor;
        }
        for (X509Certificate candidate : path.size() < MAX_LENGTH ? pool : List.<X509Certificate>of()) {
            if (!explored.contains(candidate) && isIssuer(candidate, certificate)) {
                X509Certificate found = find(candidate, path);
                if (found != null) {
                    return found;
                }
            }
        }
        path.remove(path.size() - 1);
        return null;
    }

    private static @Nullable X509Certificate issuerAmong(Set<X509Certificate> candidates, X509Certificate certificate) {
        for (X509Certificate candidate : candidates) {
            if (isIssuer(candidate, certificate)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean isIssuer(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | ProviderException e) {
            return false;
        }
    }

    private static Instant momentOfValidity(List<X509Certificate> path, Location where) throws VerificationException {
        Instant latestStart = Instant.MIN;
        Instant earliestEnd = Instant.MAX;
        for (X509Certificate certificate : path) {
            Instant start = certificate.getNotBefore().toInstant();
            Instant end = certificate.getNotAfter().toInstant();
            latestStart = start.isAfter(latestStart) ? start : latestStart;
            earliestEnd = end.isBefore(earliestEnd) ? end : earliestEnd;
        }
        if (latestStart.isAfter(earliestEnd)) {
            throw new VerificationException(
                    Problem.OUTSIDE_VALIDITY, where, "the signer and its issuers were never valid at the same time");
        }
        return latestStart;
    }

    private static void checkStrength(List<X509Certificate> path, Location where) throws VerificationException {
        for (X509Certificate certificate : path) {
            String problem = KeyStrength.problemOf(certificate.getPublicKey());
            if (problem != null) {
                throw new VerificationException(Problem.WEAK_KEY, where, problem);
            }
            if (!Oids.isStrongSignature(certificate.getSigAlgOID())) {
                throw new VerificationException(
                        Problem.WEAK_DIGEST,
                        where,
                        "the certificate '"
                                + certificate.getSubjectX500Principal().getName() + "' is signed with "
                                + certificate.getSigAlgName());
            }
        }
    }

    private static void validate(List<X509Certificate> path, X509Certificate anchor, Instant moment, Location where)
            throws VerificationException {
        // By name and key: the root of the kit's test certificates has no extensions, so the JDK would not take it as
        // an authority.
        TrustAnchor trusted = new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null);
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(trusted));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (CertPathValidatorException e) {
            boolean validity = e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID;
            Problem problem = validity ? Problem.OUTSIDE_VALIDITY : Problem.UNTRUSTED_CHAIN;
            String detail = validity
                    ? "a certificate of the signer's path is not valid at " + moment
                    : "the signer's path of certificates does not hold: " + e.getMessage();
            throw new VerificationException(problem, where, detail, e);
        } catch (GeneralSecurityException e) {
            throw new VerificationException(
                    Problem.UNTRUSTED_CHAIN, where, "the signer's path of certificates cannot be checked", e);
        }
    }

    /** Whom to end at, and when; {@code at} null leaves the moment to the certificates. */
    record Anchors(Set<X509Certificate> roots, @Nullable Instant at) {}
}
