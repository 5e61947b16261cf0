package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.emulator.port.EkuProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One hierarchy: a root, below it authorities for signers of packages and of images, a signer of archives and one of time
 * stamps. A signer's keys are made when they are first needed. Safe for threads.
 */
public final class TestAuthority {
    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    // Not needed by anybody here; OpenSSL's command for CMS asks for it unless told otherwise.
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";

    private final String name;
    private final CertificateMaker maker;
    /** Where keys are kept, null if nowhere. */
    private final @Nullable KeyFile file;
    /** By the alias that it has in a file. */
    private final Map<String, IssuedKey> keys = new LinkedHashMap<>();

    private TestAuthority(String name, CertificateMaker maker, @Nullable KeyFile file) {
        this.name = name;
        this.maker = maker;
        this.file = file;
    }

    static TestAuthority create(String name, CertificateMaker maker) {
        TestAuthority authority = new TestAuthority(name, maker, null);
        authority.packages();
        authority.archives();
        return authority;
    }

    /**
     * Goes on with the keys of a file; any that is missing, as in a file of an older version, is made when it is needed and
     * kept there too.
     */
    static TestAuthority kept(String name, CertificateMaker maker, KeyFile file, Instant now) throws IOException {
        TestAuthority authority = new TestAuthority(name, maker, file);
        authority.keys.putAll(file.read(now));
        return authority;
    }

    /** Every key that this authority can have, made now if need be. */
    synchronized Map<String, IssuedKey> allKeys() {
        packages();
        archives();
        platform();
        timestampSigner();
        for (EkuProfile each : EkuProfile.values()) {
            issued(each);
        }
        return Map.copyOf(keys);
    }

    /** What a verifier has to trust. */
    public X509Certificate root() {
        return rootKey().certificate();
    }

    /** The root as a PEM file, for other tools. */
    public String rootPem() {
        return PemText.of(List.of(root()));
    }

    /** Such as {@code Test Input}. */
    String name() {
        return name;
    }

    /** The signer of packages and parts with the usages of this profile. */
    public SigningIdentity signer(EkuProfile profile) {
        return issued(profile).identity();
    }

    /** The signer of the manifests of signed archives; its certificate is good for no package. */
    public SigningIdentity archiveSigner() {
        return archives().identity();
    }

    /** The signer of the catalogs of images, below an authority of its own, as the kit separates them. */
    public SigningIdentity platformKey() {
        return platform().identity();
    }

    /** The key of a time-stamp authority; its certificate is good for nothing else. */
    IssuedKey timestampSigner() {
        return key(
                "timestamps",
                () -> maker.signer(name + " Time Stamp Signer", List.of(TimestampAuthority.USAGE), rootKey()));
    }

    private IssuedKey rootKey() {
        return key("root", () -> maker.root(name + " Root"));
    }

    private IssuedKey packages() {
        return key("packages", () -> maker.authority(name + " Package CA", EkuProfile.allOids(), rootKey()));
    }

    private IssuedKey archives() {
        List<String> usages = List.of(DOCUMENT_SIGNING, EMAIL_PROTECTION);
        return key("archives", () -> maker.signer(name + " Archive Signer", usages, rootKey()));
    }

    private IssuedKey platform() {
        List<String> usages = List.of(EkuCombination.CODE_SIGNING, PhoneEku.PLATFORM_KEY.oid());
        return key(
                "platform-key",
                () -> maker.signer(
                        name + " Platform Key",
                        usages,
                        key("images", () -> maker.authority(name + " FFU CA", usages, rootKey()))));
    }

    private IssuedKey issued(EkuProfile profile) {
        List<String> usages = Stream.concat(Stream.of(EkuCombination.CODE_SIGNING), profile.ekus().oids().stream())
                .toList();
        return key(
                profile.name().toLowerCase(Locale.ROOT),
                () -> maker.signer(name + " " + profile + " Signer", usages, packages()));
    }

    private synchronized IssuedKey key(String alias, Supplier<IssuedKey> making) {
        IssuedKey known = keys.get(alias);
        if (known == null) {
            known = making.get();
            keys.put(alias, known);
            keep();
        }
        return known;
    }

    private void keep() {
        if (file == null) {
            return;
        }
        try {
            file.write(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("The new keys cannot be kept", e);
        }
    }
}
