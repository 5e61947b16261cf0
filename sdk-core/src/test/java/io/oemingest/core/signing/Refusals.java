package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a verifier says, as one line that a test can compare. Whoever is judged meets one that has judged others before. */
final class Refusals {
    private static final Map<TrustPolicy, PackageVerifier> VERIFIERS = new ConcurrentHashMap<>();

    private Refusals() {}

    /** {@code ACCEPTED}, or the problem with its text. */
    static String of(Verification verification) throws Exception {
        try {
            verification.run();
            return "ACCEPTED";
        } catch (VerificationException e) {
            return e.problem() + ": " + e.detail();
        } catch (MalformedFileException e) {
            return "MALFORMED: " + e.problem();
        }
    }

    static String ofCabinet(Path file, TrustPolicy policy) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return of(() -> verifier(policy).verifyCabinet(Cabinet.read(source, TestPackages.LIMITS)));
        }
    }

    static String ofPackage(Path file, TrustPolicy policy) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return ofPackage(source, policy);
        }
    }

    static String ofPackage(ByteSource source, TrustPolicy policy) throws Exception {
        return of(() -> verifier(policy).verify(FirmwarePackage.read(source, TestPackages.LIMITS)));
    }

    private static PackageVerifier verifier(TrustPolicy policy) {
        return VERIFIERS.computeIfAbsent(policy, same -> new PackageVerifier(same, TestPackages.LIMITS));
    }

    /** What may be refused. */
    @FunctionalInterface
    interface Verification {
        void run() throws Exception;
    }
}
