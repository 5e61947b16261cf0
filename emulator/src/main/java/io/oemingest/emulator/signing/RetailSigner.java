package io.oemingest.emulator.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.SignerChooser;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.SigningRefusedException;
import io.oemingest.core.signing.Timestamper;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerifiedPackage;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.OutputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import io.oemingest.emulator.port.PackageSigningPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs packages with the emulated retail certificates. Which one, the test signature on each part says: the one with
 * the same usages, unless a profile is named. Safe for threads.
 */
public final class RetailSigner implements PackageSigningPort {
    /** Says in every signature what it is worth. */
    private static final String PROGRAM = "OEM Ingestion Emulator (TEST ONLY)";

    private final TestAuthority retail;
    private final PackageVerifier verifier;
    private final InstantSource time;
    private final FormatLimits limits;
    private final @Nullable Timestamper timestamps;

    /** Takes test signatures by the PKI's own input root and by whom {@code trust} adds. */
    public RetailSigner(TestPki pki, InputTrust trust, InstantSource time, FormatLimits limits) {
        this.retail = pki.retail();
        this.verifier = new PackageVerifier(trust.with(pki), limits);
        this.time = time;
        this.limits = limits;
        this.timestamps = null;
    }

    private RetailSigner(RetailSigner other, Timestamper timestamps) {
        this.retail = other.retail;
        this.verifier = other.verifier;
        this.time = other.time;
        this.limits = other.limits;
        this.timestamps = timestamps;
    }

    /** The same signer, whose signatures carry time stamps of this authority. */
    public RetailSigner withTimestamps(Timestamper authority) {
        return new RetailSigner(this, authority);
    }

    @Override
    public EkuProfiles profiles() {
        return retail.profiles();
    }

    @Override
    public InputSignature inspect(ByteSource firmwarePackage) throws PackageRefusedException, IOException {
        VerifiedPackage verified = verified(FirmwarePackage.read(firmwarePackage, limits));
        Set<EkuCombination> parts = new HashSet<>();
        parts.add(verified.cabinet().ekus());
        parts.add(verified.catalog().ekus());
        verified.images().values().forEach(image -> parts.add(image.ekus()));
        return new InputSignature(
                verified.cabinet().ekus(), parts, verified.cabinet().signer().thumbprint());
    }

    @Override
    public OutputSignature sign(ByteSource firmwarePackage, Path target, Path scratch, @Nullable EkuProfile instead)
            throws PackageRefusedException, IOException {
        FirmwarePackage firmware = FirmwarePackage.read(firmwarePackage, limits);
        EkuCombination own = verified(firmware).cabinet().ekus();
        EkuCombination wanted = instead == null ? own : instead.ekus();
        // A PE file without a signature of its own is one of the package's kind.
        SignerChooser chooser = (part, name, present) -> signer(
                Location.ofPart(firmware.fileName(), name),
                present == null || present.ekus().equals(own) ? wanted : present.ekus());
        try {
            SignedPackage signed = new PackageSigner(chooser, time, limits).sign(firmware, target, scratch);
            return new OutputSignature(signed.after(), Files.size(target), signed.ekus(), signed.signerThumbprint());
        } catch (SigningRefusedException e) {
            throw new PackageRefusedException(e.location(), e.detail(), e);
        }
    }

    private VerifiedPackage verified(FirmwarePackage firmware) throws PackageRefusedException, IOException {
        try {
            return verifier.verify(firmware);
        } catch (VerificationException e) {
            throw new PackageRefusedException(e.location(), e.detail(), e);
        }
    }

    private SigningIdentity signer(Location part, EkuCombination wanted) throws SigningRefusedException {
        EkuProfile profile = profiles().ofPackages(wanted);
        if (profile == null) {
            throw new SigningRefusedException(part, "there is no certificate for the EKU combination '" + wanted + "'");
        }
        return complete(retail.signer(profile));
    }

    private SigningIdentity complete(SigningIdentity signer) {
        SigningIdentity named = signer.withProgramName(PROGRAM);
        return timestamps == null ? named : named.withTimestamps(timestamps);
    }

    @Override
    public OutputSignature signFfuCatalog(ByteSource catalog, Path target) throws IOException {
        SigningIdentity key = complete(retail.platformKey());
        byte[] signed = new HashTableCatalogBuilder(time).sign(catalog, key);
        Files.write(target, signed, StandardOpenOption.CREATE_NEW);
        SignerCertificate signer = SignerCertificate.of(key.chain().get(0));
        return new OutputSignature(Digest.sha256(signed), signed.length, signer.ekus(), signer.thumbprint());
    }

    @Override
    public byte[] signManifest(byte[] manifest) {
        return DetachedSignature.sign(manifest, retail.archiveSigner(), time.instant());
    }
}
