package io.oemingest.emulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a certificate from a file, in PEM or DER. */
final class CertificateArgument implements ITypeConverter<X509Certificate> {
    @Override
    public X509Certificate convert(String text) {
        try (InputStream content = Files.newInputStream(Path.of(text))) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCertificate(content) instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new TypeConversionException("'" + text + "' holds no X.509 certificate");
        } catch (IOException e) {
            throw new TypeConversionException("'" + text + "' cannot be read; give a file with one certificate");
        } catch (CertificateException e) {
            throw new TypeConversionException("'" + text + "' holds no certificate in PEM or DER");
        }
    }
}
