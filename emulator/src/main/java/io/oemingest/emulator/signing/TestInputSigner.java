package io.oemingest.emulator.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.SignedPart;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.SigningRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Test-signs packages as an OEM's build does before it submits them. Immutable, safe for threads. */
public final class TestInputSigner {
    private final TestAuthority authority;
    private final EkuProfile profile;
    private final InstantSource time;
    private final Map<String, EkuProfile> images;

    /** Signs everything by {@code profile}. */
    public TestInputSigner(TestAuthority authority, EkuProfile profile, InstantSource time) {
        this(authority, profile, time, Map.of());
    }

    private TestInputSigner(
            TestAuthority authority, EkuProfile profile, InstantSource time, Map<String, EkuProfile> images) {
        this.authority = authority;
        this.profile = profile;
        this.time = time;
        this.images = Map.copyOf(images);
    }

    /** The same signer, but the PE file with this member name, whose case does not matter, is signed by {@code other}. */
    public TestInputSigner withImage(String memberName, EkuProfile other) {
        Map<String, EkuProfile> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(images);
        all.put(memberName, other);
        return new TestInputSigner(authority, profile, time, all);
    }

    /** Writes a signed copy; {@code target} must not exist, its folder must. */
    public SignedPackage sign(Path firmwarePackage, Path target) throws IOException {
        Path scratch = Files.createTempDirectory("test-signing");
        try (ByteSource source = ByteSource.open(firmwarePackage)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, FormatLimits.defaults());
            return new PackageSigner((part, name, present) -> choose(part, name), time, FormatLimits.defaults())
                    .sign(firmware, target, scratch);
        } catch (SigningRefusedException e) {
            throw new IOException("The package cannot be test-signed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private SigningIdentity choose(SignedPart part, String name) {
        Map<String, EkuProfile> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(images);
        return authority.signer(part == SignedPart.PE ? byName.getOrDefault(name, profile) : profile);
    }
}
