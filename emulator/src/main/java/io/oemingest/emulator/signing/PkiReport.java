package io.oemingest.emulator.signing;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.SigningProfileReport;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The signing profiles and certificates of a PKI, for people and programs; keys are not shown. Immutable. */
public final class PkiReport {
    private final List<SigningProfile> profiles;
    private final List<Certificate> certificates;

    private record Certificate(String hierarchy, String name, SignerCertificate facts, String sha256) {
        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("hierarchy", hierarchy);
            map.put("name", name);
            map.put("subject", facts.subject());
            map.put("issuer", facts.issuer());
            map.put("extendedKeyUsages", facts.ekuOids());
            map.put("sha256", sha256);
            map.put("thumbprint", facts.thumbprint());
            map.put("notBefore", facts.notBefore().toString());
            map.put("notAfter", facts.notAfter().toString());
            return map;
        }

        String toText() {
            String usages = facts.ekuOids().isEmpty() ? "" : "  usages     " + String.join(" ", facts.ekuOids()) + "\n";
            return hierarchy + " " + name + "\n"
                    + ("  subject    " + facts.subject() + "\n")
                    + usages
                    + ("  SHA-256    " + sha256 + "\n")
                    + ("  thumbprint " + facts.thumbprint() + "\n")
                    + ("  valid      " + facts.notBefore() + " to " + facts.notAfter() + "\n");
        }
    }

    private PkiReport(List<SigningProfile> profiles, List<Certificate> certificates) {
        this.profiles = List.copyOf(profiles);
        this.certificates = List.copyOf(certificates);
    }

    /** The table and every certificate that the PKI can have, made now if need be. */
    public static PkiReport of(TestPki pki) {
        List<Certificate> all = new ArrayList<>();
        for (TestAuthority authority : List.of(pki.input(), pki.retail())) {
            for (Map.Entry<String, IssuedKey> each : new TreeMap<>(authority.allKeys()).entrySet()) {
                X509Certificate certificate = each.getValue().certificate();
                String sha256 = Digest.sha256(PemText.encoded(certificate)).hex();
                all.add(new Certificate(authority.name(), each.getKey(), SignerCertificate.of(certificate), sha256));
            }
        }
        return new PkiReport(pki.retail().profiles().describe(), all);
    }

    /** One line for each profile, then one block of lines for each certificate. */
    public String toText() {
        return SigningProfileReport.toText(profiles)
                + certificates.stream().map(Certificate::toText).collect(Collectors.joining());
    }

    /**
     * An object with the lists {@code certificates} and {@code signingProfiles}; moments as in RFC 3339, digests in
     * hexadecimal.
     */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("certificates", certificates.stream().map(Certificate::toMap).toList());
        all.put("signingProfiles", profiles.stream().map(PkiReport::toMap).toList());
        return Json.writeIndented(all);
    }

    private static Map<String, Object> toMap(SigningProfile profile) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", profile.id());
        map.put("ekus", profile.ekus().toString());
        map.put("branch", profile.branch());
        if (profile.permission() != null) {
            map.put("permission", profile.permission());
        }
        map.put("submissionTypes", profile.submissionTypes());
        return map;
    }
}
