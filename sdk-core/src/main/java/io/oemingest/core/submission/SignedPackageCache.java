package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signed packages by the digest of what was submitted and the usages of the signer, so that what did not change need not
 * be signed again. Nothing in the folder is believed: what is found is proved each time, by the service's own statement
 * and by the package's signatures. Safe for threads and processes; every file is named after its content.
 */
public final class SignedPackageCache {
    private final Path packages;
    private final Path statements;
    private final TrustPolicy policy;
    private final FormatLimits limits;
    private final PackageVerifier verifier;
    private final Map<String, SignedStatement> believed = new ConcurrentHashMap<>();

    private SignedPackageCache(Path folder, TrustPolicy policy, FormatLimits limits) {
        this.packages = folder.resolve("packages");
        this.statements = folder.resolve("statements");
        this.policy = policy;
        this.limits = limits;
        this.verifier = new PackageVerifier(policy, limits);
    }

    /** Uses a folder, which is made if need be, and believes the signers of {@code policy}. */
    public static SignedPackageCache open(Path folder, TrustPolicy policy, FormatLimits limits) throws IOException {
        SignedPackageCache cache = new SignedPackageCache(folder, policy, limits);
        Files.createDirectories(cache.packages);
        Files.createDirectories(cache.statements);
        return cache;
    }

    /** Keeps every package of an archive. @throws IOException also if the archive changed since it was verified */
    public void add(VerifiedArchive verified) throws IOException {
        String statement = SignedStatement.keep(verified.archive(), statements);
        for (SignedFile each : verified.manifest().files()) {
            if (FileKind.ofPath(each.file().path()) == FileKind.PACKAGE) {
                keep(verified, each, statement);
            }
        }
    }

    /**
     * The signed package of what was submitted with this digest, proved; read or copy it, and leave it as it is.
     *
     * @param ekus usages of the signer
     * @return null if there is none that the policy believes
     */
    public @Nullable Path find(Digest submitted, EkuCombination ekus) throws IOException {
        try (DirectoryStream<Path> kept = Files.newDirectoryStream(packages.resolve(submitted.hex()))) {
            for (Path each : kept) {
                if (isProved(each, submitted, ekus)) {
                    return each;
                }
            }
            return null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void keep(VerifiedArchive verified, SignedFile row, String statement) throws IOException {
        Path folder = Files.createDirectories(packages.resolve(row.input().hex()));
        AtomicFiles.write(folder.resolve(row.file().sha256().hex() + "." + statement), part -> {
            try (InputStream content = verified.openFile(row.file().path()).stream()) {
                Files.copy(content, part);
            }
            if (!digest(part).equals(row.file().sha256())) {
                throw new IOException(row.file().path() + " changed between being verified and being kept");
            }
        });
    }

    private boolean isProved(Path file, Digest submitted, EkuCombination ekus) throws IOException {
        // Whatever else lies here, such as what another process is writing, has no name of this form.
        String[] names = String.valueOf(file.getFileName()).split("\\.", -1);
        if (names.length != 2 || names[0].length() != 2 * DigestAlgorithm.SHA256.length()) {
            return false;
        }
        try {
            Digest output = digest(file);
            return output.hex().equals(names[0]) && statement(names[1]).says(submitted, ekus, output) && isSigned(file);
        } catch (VerificationException | NoSuchFileException e) {
            return false;
        }
    }

    private SignedStatement statement(String name) throws VerificationException, IOException {
        SignedStatement known = believed.get(name);
        if (known == null) {
            known = SignedStatement.verified(statements.resolve(name), policy);
            believed.put(name, known);
        }
        return known;
    }

    private boolean isSigned(Path file) throws VerificationException, IOException {
        try (ByteSource source = ByteSource.open(file)) {
            verifier.verify(FirmwarePackage.read(source, limits));
            return true;
        }
    }

    private static Digest digest(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return Digest.sha256(source);
        }
    }
}
