package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The authorities of real files, taken out of them and pinned by SHA-256. No real file carries its root, so the highest
 * certificate that one does carry stands for it.
 */
final class RealAuthorities {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    /** Microsoft Code Signing PCA 2011 (below Root Certificate Authority 2011): the nested signatures of retail cabinets. */
    private static final String PUBLISHER = "56da8722afd94066ffe1e4595473a4854892b843a0827d53fb7d8f4aeed1e18b";
    /** Microsoft Windows Phone Production PCA 2012 (below Root Certificate Authority 2010): catalogs and PE files. */
    private static final String PRODUCTION = "e6a9b56a89aa3b191d23a6fb7fecb1f09ded4552a682fcf72b1d479c3b23c9ba";
    /** Microsoft Time-Stamp PCA 2010 (below Root Certificate Authority 2010). */
    private static final String TIME = "86ec118d1ee69670a46e2be29c4b4208be043e36600d4e1dd3f3d515ca119020";
    /** MSIT Test CodeSign CA 3 (below Microsoft Testing Root Certificate Authority 2010). */
    private static final String MICROSOFT_TEST = "0b7f4975db2385fcc98208ded8be85f31434b1c69994f90359f206e4e9572c5d";
    /** Windows Phone Intermediate 2013 (TEST ONLY) of the kit. */
    private static final String KIT_2013 = "24d791e44bdfa6d8d476bb849b4c03ebd85612991e231b5d5decb204b51f8cf7";
    /** Windows OEM Intermediate 2017 (TEST ONLY) of the kit; one of the two packages below it does not carry it. */
    private static final String KIT_2017 = "3a721e5c4c75097b8eeca2ea335dfc19ae34876d1bb46ca5d20257fd304df6ff";

    private RealAuthorities() {}

    static List<X509Certificate> retail() throws IOException {
        return pinned(PUBLISHER, PRODUCTION, TIME);
    }

    static List<X509Certificate> test() throws IOException {
        return pinned(MICROSOFT_TEST, KIT_2013, KIT_2017);
    }

    private static List<X509Certificate> pinned(String... fingerprints) throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                collect(source, all);
            }
        }
        List<X509Certificate> found = new ArrayList<>();
        for (String fingerprint : fingerprints) {
            found.add(all.stream()
                    .filter(each ->
                            Digest.sha256(SignerChecks.encoded(each)).hex().equals(fingerprint))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No sample carries " + fingerprint)));
        }
        return found;
    }

    private static void collect(ByteSource source, List<X509Certificate> all) throws IOException {
        Location where = Location.ofFile(source.name());
        Cabinet cabinet = Cabinet.read(source, LIMITS);
        ByteSource area = cabinet.signatureArea();
        if (area != null) {
            collect(SignedMessage.read(area, where, LIMITS), all);
        }
        if (FirmwarePackage.isPackage(cabinet)) {
            byte[] catalog = FirmwarePackage.read(source, LIMITS).catalogBytes();
            collect(SignedMessage.read(ByteSource.of("cat", catalog), where, LIMITS), all);
        }
    }

    private static void collect(SignedMessage message, List<X509Certificate> all) throws IOException {
        all.addAll(message.certificates());
        for (SignerInfo signer : message.signers()) {
            for (String oid : List.of(Oids.SPC_NESTED_SIGNATURE, Oids.TIMESTAMP_TOKEN)) {
                for (DerNode inner : signer.unsignedValues(oid)) {
                    collect(SignedMessage.of(inner, message.where()), all);
                }
            }
        }
    }
}
