package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final Set<String> OF_NO_PROFILE = Set.of("root", "packages", "images", "archives", "timestamps");

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
        timestampSigner();
        profiles().all().forEach(this::issued);
        return Map.copyOf(keys);
    }

    /** The signers that this authority vouches for. */
    EkuProfiles profiles() {
        return maker.profiles();
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

    /** The signer with the usages of this profile, which need not be among those of the authority. */
    public SigningIdentity signer(EkuProfile profile) {
        return issued(profile).identity();
    }

    /** The signer of the manifests of signed archives; its certificate is good for no package. */
    public SigningIdentity archiveSigner() {
        return archives().identity();
    }

    /** The signer of the catalogs of images, below an authority of its own, as the kit separates them. */
    public SigningIdentity platformKey() {
        return issued(profiles().platformKey()).identity();
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
        List<String> usages = profiles().ofPackages().stream()
                .flatMap(profile -> usages(profile).stream())
                .distinct()
                .toList();
        return key("packages", () -> maker.authority(name + " Package CA", usages, rootKey()));
    }

    private IssuedKey images() {
        return key(
                "images",
                () -> maker.authority(name + " FFU CA", usages(profiles().platformKey()), rootKey()));
    }

    private IssuedKey archives() {
        List<String> usages = List.of(DOCUMENT_SIGNING, EMAIL_PROTECTION);
        return key("archives", () -> maker.signer(name + " Archive Signer", usages, rootKey()));
    }

    private IssuedKey issued(EkuProfile profile) {
        String alias = alias(profile);
        return keyOf(
                profile,
                alias,
                () -> maker.signer(
                        name + " " + profile.id().replace('-', ' ') + " Signer",
                        usages(profile),
                        authority(profile, alias)));
    }

    // One that was kept vouches for the usages of its time and no others, so a later profile gets one of its own.
    private IssuedKey authority(EkuProfile profile, String alias) {
        IssuedKey common = profile.branch() == EkuProfile.Branch.IMAGES ? images() : packages();
        return common.ekus().contains(profile.ekus())
                ? common
                : keyOf(
                        profile,
                        "packages." + alias,
                        () -> maker.authority(name + " Package CA for " + profile, usages(profile), rootKey()));
    }

    private static String alias(EkuProfile profile) {
        String alias = profile.id().toLowerCase(Locale.ROOT);
        return OF_NO_PROFILE.contains(alias) ? "profile." + alias : alias;
    }

    private static List<String> usages(EkuProfile profile) {
        return Stream.concat(Stream.of(EkuCombination.CODE_SIGNING), profile.ekus().oids().stream())
                .toList();
    }

    // Another table may have other usages under the same name.
    private synchronized IssuedKey keyOf(EkuProfile profile, String alias, Supplier<IssuedKey> making) {
        IssuedKey known = keys.get(alias);
        if (known != null && !known.ekus().equals(profile.ekus())) {
            keys.remove(alias);
        }
        return key(alias, making);
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
