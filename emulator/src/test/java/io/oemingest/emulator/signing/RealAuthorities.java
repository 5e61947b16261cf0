package io.oemingest.emulator.signing;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real packages, and the highest authorities that they carry, pinned by SHA-256. */
final class RealAuthorities {
    /** Microsoft Code Signing PCA 2011: the nested signatures of retail cabinets. */
    private static final String PUBLISHER = "56da8722afd94066ffe1e4595473a4854892b843a0827d53fb7d8f4aeed1e18b";
    /** Microsoft Windows Phone Production PCA 2012: catalogs and PE files. */
    private static final String PRODUCTION = "e6a9b56a89aa3b191d23a6fb7fecb1f09ded4552a682fcf72b1d479c3b23c9ba";
    /** Microsoft Time-Stamp PCA 2010. */
    private static final String TIME = "86ec118d1ee69670a46e2be29c4b4208be043e36600d4e1dd3f3d515ca119020";
    /** Windows Phone Intermediate 2013 (TEST ONLY) of the kit. */
    private static final String KIT_2013 = "24d791e44bdfa6d8d476bb849b4c03ebd85612991e231b5d5decb204b51f8cf7";
    /** Windows OEM Intermediate 2017 (TEST ONLY) of the kit. */
    private static final String KIT_2017 = "3a721e5c4c75097b8eeca2ea335dfc19ae34876d1bb46ca5d20257fd304df6ff";

    private RealAuthorities() {}

    static List<X509Certificate> retail() throws IOException {
        return pinned(PUBLISHER, PRODUCTION, TIME);
    }

    static List<X509Certificate> kit() throws IOException {
        return pinned(KIT_2013, KIT_2017);
    }

    /** Every real package and cabinet; skips the test when there is none. */
    static List<Path> packages() throws IOException {
        Path samples = Path.of(System.getProperty("oemingest.samples", ""));
        Assumptions.assumeTrue(Files.isDirectory(samples.resolve("spkg-retail-oem")), "skipped, no samples folder");
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(file -> file.toString().matches(".*\\.(spkg|spkr|cab)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<X509Certificate> pinned(String... fingerprints) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        for (Path file : packages()) {
            for (byte[] bytes : new byte[][] {Files.readAllBytes(file), catalog(file)}) {
                collect(bytes, List.of(fingerprints), found);
            }
        }
        if (found.size() != fingerprints.length) {
            throw new AssertionError("Samples carry " + found.size() + " of " + fingerprints.length + " authorities");
        }
        return found;
    }

    private static byte[] catalog(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.isPackage(Cabinet.read(source, SigningFixture.LIMITS))
                    ? FirmwarePackage.read(source, SigningFixture.LIMITS).catalogBytes()
                    : new byte[0];
        }
    }

    private static void collect(byte[] bytes, List<String> fingerprints, List<X509Certificate> found) {
        for (int at = 0; at + 4 < bytes.length; at++) {
            int end = endOfCertificate(bytes, at);
            if (end > at && end <= bytes.length) {
                byte[] one = Arrays.copyOfRange(bytes, at, end);
                if (fingerprints.contains(Digest.sha256(one).hex())) {
                    add(one, found);
                }
            }
        }
    }

    /** Where a certificate would end that begins here: a SEQUENCE with two bytes of length, and in it another one. */
    private static int endOfCertificate(byte[] bytes, int at) {
        boolean begins = bytes[at] == 0x30 && bytes[at + 1] == (byte) 0x82 && bytes[at + 4] == 0x30;
        return begins ? at + 4 + (bytes[at + 2] & 0xff) * 256 + (bytes[at + 3] & 0xff) : at;
    }

    private static void add(byte[] encoded, List<X509Certificate> found) {
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            if (!found.contains(certificate)) {
                found.add(certificate);
            }
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
