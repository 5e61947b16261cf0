package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges a package's catalog: its signature first, then each member against it and it against the members. */
final class CatalogVerifier {
    private final String file;
    private final Location where;
    private final SecurityCatalog catalog;
    private final Map<String, CatalogMember> entries = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private CatalogVerifier(FirmwarePackage firmware, SecurityCatalog catalog) {
        this.file = firmware.fileName();
        this.where = Location.ofPart(file, firmware.catalogMember().name());
        this.catalog = catalog;
        catalog.members().forEach(member -> entries.put(member.tag(), member));
    }

    /** Reads the catalog and verifies that it is a signed one of this package. */
    static CatalogVerifier verify(FirmwarePackage firmware, MessageVerifier messages, FormatLimits limits)
            throws VerificationException, IOException {
        CatalogVerifier verifier = new CatalogVerifier(firmware, read(firmware, limits));
        messages.verifyCode(verifier.catalog.message(), Oids.CTL);
        verifier.checkForm(firmware.manifest().name());
        return verifier;
    }

    private static SecurityCatalog read(FirmwarePackage firmware, FormatLimits limits)
            throws VerificationException, IOException {
        String name = firmware.fileName() + "/" + firmware.catalogMember().name();
        byte[] bytes = firmware.catalogBytes();
        try {
            return SecurityCatalog.read(ByteSource.of(name, bytes), limits);
        } catch (MalformedFileException e) {
            throw new VerificationException(Problem.CATALOG_MALFORMED, e.location(), e.problem(), e);
        }
    }

    private void checkForm(String packageName) throws VerificationException {
        SignatureVerifier.requireVersion2(catalog, where);
        String named = catalog.packageName();
        if (named != null && !named.equalsIgnoreCase(packageName)) {
            throw new VerificationException(
                    Problem.CATALOG_OF_ANOTHER_PACKAGE,
                    where,
                    "the catalog is of the package '" + named + "', this one is '" + packageName + "'");
        }
    }

    /** Whoever signs a catalog with other usages than the cabinet's would lend them to its files. */
    void requireUsages(EkuCombination ofCabinet) throws VerificationException {
        CodeSignature signature = catalog.signature();
        if (signature != null && !signature.ekus().equals(ofCabinet)) {
            throw new VerificationException(
                    Problem.EKU_NOT_ALLOWED,
                    where,
                    "the catalog's signer has the usages '" + signature.ekus() + "', the cabinet's has '" + ofCabinet
                            + "'");
        }
    }

    // 10. Each file of the package is an entry of the catalog; empty files are never listed.
    void checkMember(CatalogSubject member, long size) throws VerificationException {
        CatalogMember entry = entries.get(member.sha256().hex());
        if (entry == null && size > 0) {
            throw new VerificationException(
                    Problem.MEMBER_NOT_IN_CATALOG,
                    Location.ofPart(file, member.name()),
                    "the catalog does not list this file with its present content");
        }
        if (entry != null && entry.kind() != null && entry.kind() != member.kind()) {
            throw new VerificationException(
                    Problem.MEMBER_NOT_IN_CATALOG,
                    Location.ofPart(file, member.name()),
                    "the catalog lists this file as " + entry.kind() + ", it is " + member.kind());
        }
        seen.add(member.sha256().hex());
        seen.add(member.sha1().hex());
    }

    // 10. Each entry of the catalog is a file of the package.
    CodeSignature finish() throws VerificationException {
        for (CatalogMember entry : catalog.members()) {
            if (!seen.contains(entry.tag())) {
                throw new VerificationException(
                        Problem.CATALOG_ENTRY_WITHOUT_MEMBER,
                        where,
                        "the catalog lists " + entry.digest() + ", which no file of the package has");
            }
        }
        return Objects.requireNonNull(catalog.signature(), "a verified catalog has a signer");
    }
}
