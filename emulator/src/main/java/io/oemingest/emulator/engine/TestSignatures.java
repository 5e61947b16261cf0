package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import io.oemingest.emulator.port.PackageSigningPort;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the signer said about the test signature of every package: facts for the rules that only a service can apply.
 *
 * @param read whether the packages were there to be asked about
 */
record TestSignatures(boolean read, Map<String, Verdict> verdicts, EkuProfiles profiles) {

    /** A signature, or where and why there is none that counts. */
    record Verdict(
            @Nullable InputSignature signature,
            @Nullable Location place,
            @Nullable String problem) {}

    TestSignatures {
        verdicts = Map.copyOf(verdicts);
    }

    /** Asks about every package; {@code checkpoint} is called before each and may throw. */
    static TestSignatures read(SubmissionArchive archive, PackageSigningPort signer, Checkpoint checkpoint)
            throws IOException {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (PackageFacts facts : archive.contents().packages()) {
            checkpoint.pass();
            verdicts.put(facts.path(), verdict(archive.openPackage(facts.path()), signer));
        }
        return new TestSignatures(true, verdicts, signer.profiles());
    }

    /** Without the packages nothing is known but for what this signer has certificates. */
    static TestSignatures unread(PackageSigningPort signer) {
        return new TestSignatures(false, Map.of(), signer.profiles());
    }

    @Nullable
    Verdict of(PackageFacts facts) {
        return verdicts.get(facts.path());
    }

    private static Verdict verdict(ByteSource source, PackageSigningPort signer) throws IOException {
        try {
            return new Verdict(signer.inspect(source), null, null);
        } catch (PackageRefusedException e) {
            return new Verdict(null, e.location(), e.detail());
        } catch (MalformedFileException e) {
            return new Verdict(null, e.location(), e.problem());
        }
    }
}
