package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.OutputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import io.oemingest.emulator.port.PackageSigningPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signer without cryptography: it copies packages, and behaves badly on demand. */
final class PretendSigner implements PackageSigningPort {
    static final EkuCombination OEM = EkuCombination.of("1.3.6.1.4.1.311.76.5.40");
    static final EkuCombination HAL = EkuCombination.of("1.3.6.1.4.1.311.61.5.1", "1.3.6.1.4.1.311.76.5.20");
    static final EkuCombination UNKNOWN = EkuCombination.of("1.3.6.1.4.1.311.76.5.4711");
    static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233";

    final Map<String, String> notSigned = new LinkedHashMap<>();
    final Map<String, EkuCombination> ekus = new LinkedHashMap<>();
    Hook inspecting = name -> {};
    Hook whileSigning = name -> {};

    /** What happens in the middle of signing, when a part of the output is written. */
    interface Hook {
        void at(String name) throws IOException, PackageRefusedException;
    }

    @Override
    public EkuProfiles profiles() {
        return new EkuProfiles(List.of(EkuProfile.OEM, EkuProfile.HAL, EkuProfile.PLATFORM_KEY));
    }

    @Override
    public InputSignature inspect(ByteSource source) throws PackageRefusedException, IOException {
        inspecting.at(source.name());
        String problem = notSigned.get(source.name());
        if (problem != null) {
            throw new PackageRefusedException(Location.ofPart(source.name(), "signature"), problem, null);
        }
        EkuCombination combination = ekus.getOrDefault(source.name(), OEM);
        return new InputSignature(combination, Set.of(combination), THUMBPRINT);
    }

    @Override
    public OutputSignature sign(ByteSource source, Path target, Path scratch, @Nullable EkuProfile instead)
            throws PackageRefusedException, IOException {
        InputSignature input = inspect(source);
        Files.writeString(scratch.resolve("part.tmp"), "unfinished");
        try (InputStream content = source.stream()) {
            Files.copy(content, target);
        }
        whileSigning.at(source.name());
        try (ByteSource written = ByteSource.open(target)) {
            EkuCombination used = instead == null ? input.ekus() : instead.ekus();
            return new OutputSignature(Digest.sha256(written), written.size(), used, THUMBPRINT);
        }
    }

    @Override
    public OutputSignature signFfuCatalog(ByteSource catalog, Path target) throws IOException {
        Files.write(target, catalog.readAll(1 << 20));
        try (ByteSource written = ByteSource.open(target)) {
            return new OutputSignature(Digest.sha256(written), written.size(), EkuCombination.NONE, "00".repeat(20));
        }
    }

    @Override
    public byte[] signManifest(byte[] manifest) {
        return "pretended".getBytes(StandardCharsets.US_ASCII);
    }
}
