package io.oemingest.emulator.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.SignedPart;
import io.oemingest.core.signing.SignerChooser;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.SigningRefusedException;
import io.oemingest.emulator.port.EkuProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

    /**
     * The same signer, but PE files of this name, like {@code halext.dll} in any folder and ignoring case, are signed by
     * {@code other}.
     */
    public TestInputSigner withImage(String fileName, EkuProfile other) {
        Map<String, EkuProfile> all = new HashMap<>(images);
        all.put(fileName.toLowerCase(Locale.ROOT), other);
        return new TestInputSigner(authority, profile, time, all);
    }

    /** Writes a signed copy; {@code target} must not exist, its folder must. */
    public SignedPackage sign(Path firmwarePackage, Path target) throws IOException {
        Path scratch = Files.createTempDirectory("test-signing");
        try (ByteSource source = ByteSource.open(firmwarePackage)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, FormatLimits.defaults());
            Map<String, EkuProfile> members = membersOf(firmware);
            SignerChooser chooser = (part, name, present) ->
                    authority.signer(part == SignedPart.PE ? members.getOrDefault(name, profile) : profile);
            return new PackageSigner(chooser, time, FormatLimits.defaults()).sign(firmware, target, scratch);
        } catch (SigningRefusedException e) {
            throw new IOException("The package cannot be test-signed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    /** Whoever signs where {@link #withImage} says nothing else. */
    SigningIdentity signer() {
        return authority.signer(profile);
    }

    SigningIdentity platformKey() {
        return authority.platformKey();
    }

    InstantSource time() {
        return time;
    }

    private Map<String, EkuProfile> membersOf(FirmwarePackage firmware) {
        Map<String, EkuProfile> members = new HashMap<>();
        for (PackageFile file : firmware.manifest().files()) {
            CabinetMember member = firmware.cabinet().find(file.cabPath());
            String path = file.devicePath().replace('/', '\\');
            EkuProfile own =
                    images.get(path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT));
            if (member != null && own != null) {
                members.put(member.name(), own);
            }
        }
        return members;
    }
}
