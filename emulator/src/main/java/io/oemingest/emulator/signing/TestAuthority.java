package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SigningIdentity;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One hierarchy: a root, below it an authority for signers of packages and a signer of archives. A signer's keys are
 * made when they are first needed. Safe for threads.
 */
public final class TestAuthority {
    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    // Not needed by anybody here; OpenSSL's command for CMS asks for it unless told otherwise.
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";

    private final String name;
    private final CertificateMaker maker;
    private final IssuedKey root;
    private final IssuedKey packages;
    private final IssuedKey archives;
    private @Nullable IssuedKey platformKey;
    private final Map<EkuProfile, IssuedKey> signers = new EnumMap<>(EkuProfile.class);

    private TestAuthority(String name, CertificateMaker maker) {
        this.name = name;
        this.maker = maker;
        this.root = maker.root(name + " Root");
        this.packages = maker.authority(name + " Package CA", EkuProfile.allOids(), root);
        this.archives = maker.signer(name + " Archive Signer", List.of(DOCUMENT_SIGNING, EMAIL_PROTECTION), root);
    }

    static TestAuthority create(String name, CertificateMaker maker) {
        return new TestAuthority(name, maker);
    }

    /** What a verifier has to trust. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** The root as a PEM file, for other tools. */
    public String rootPem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was made has no encoding", e);
        }
    }

    /** The signer of packages and parts with the usages of this profile. */
    public SigningIdentity signer(EkuProfile profile) {
        return issued(profile).identity();
    }

    /** The signer of the manifests of signed archives; its certificate is good for no package. */
    public SigningIdentity archiveSigner() {
        return archives.identity();
    }

    /** The signer of the catalogs of images, below an authority of its own, as the kit separates them. */
    public synchronized SigningIdentity platformKey() {
        if (platformKey == null) {
            List<String> usages = List.of(EkuCombination.CODE_SIGNING, PhoneEku.PLATFORM_KEY.oid());
            IssuedKey authority = maker.authority(name + " FFU CA", usages, root);
            platformKey = maker.signer(name + " Platform Key", usages, authority);
        }
        return platformKey.identity();
    }

    private synchronized IssuedKey issued(EkuProfile profile) {
        return signers.computeIfAbsent(profile, this::issue);
    }

    private IssuedKey issue(EkuProfile profile) {
        List<String> usages = Stream.concat(Stream.of(EkuCombination.CODE_SIGNING), profile.ekus().oids().stream())
                .toList();
        return maker.signer(name + " " + profile + " Signer", usages, packages);
    }
}
