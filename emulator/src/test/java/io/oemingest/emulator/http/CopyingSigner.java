package io.oemingest.emulator.http;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.OutputSignature;
import io.oemingest.emulator.port.PackageSigningPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A signer that takes everything and signs nothing: these tests are about what travels. */
final class CopyingSigner implements PackageSigningPort {
    private static final EkuCombination EKUS = EkuCombination.of("1.3.6.1.4.1.311.76.5.40");
    private static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233";

    @Override
    public EkuProfiles profiles() {
        return EkuProfiles.DOCUMENTED;
    }

    @Override
    public InputSignature inspect(ByteSource firmwarePackage) {
        return new InputSignature(EKUS, Set.of(EKUS), THUMBPRINT);
    }

    @Override
    public OutputSignature sign(ByteSource firmwarePackage, Path target, Path scratch, @Nullable EkuProfile instead)
            throws IOException {
        try (InputStream content = firmwarePackage.stream()) {
            Files.copy(content, target);
        }
        return new OutputSignature(Digest.sha256(firmwarePackage), firmwarePackage.size(), EKUS, THUMBPRINT);
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
        return new byte[] {0x30, 0};
    }
}
