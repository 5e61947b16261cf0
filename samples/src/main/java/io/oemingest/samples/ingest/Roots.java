package io.oemingest.samples.ingest;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the certificates that a verifier is told to believe. */
public final class Roots {
    private Roots() {}

    /** The certificates of several files, each once. @throws MalformedFileException if one of them holds none */
    static Set<X509Certificate> read(List<Path> files) throws IOException {
        Set<X509Certificate> roots = new LinkedHashSet<>();
        for (Path file : files) {
            roots.addAll(read(file));
        }
        return roots;
    }

    /** All certificates of a PEM file, or the one of a DER file. @throws MalformedFileException if there is none */
    public static List<X509Certificate> read(Path file) throws IOException {
        List<X509Certificate> certificates;
        try (InputStream in = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new MalformedFileException(Location.ofFile(file.toString()), "is not a file of certificates", e);
        }
        if (certificates.isEmpty()) {
            throw new MalformedFileException(Location.ofFile(file.toString()), "holds no certificate");
        }
        return certificates;
    }
}
