package io.oemingest.core.inspect;

import static io.oemingest.core.inspect.Inspector.archive;
import static io.oemingest.core.inspect.Inspector.document;
import static io.oemingest.core.inspect.Inspector.object;
import static io.oemingest.core.inspect.Inspector.reading;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.image.DeviceLayout;
import io.oemingest.core.format.image.FeatureManifest;
import io.oemingest.core.format.image.ImageCustomizations;
import io.oemingest.core.format.image.OemDevicePlatform;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.PlatformConfig;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.format.image.UpdateInput;
import io.oemingest.core.format.image.UpdateOutput;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.DiffPackage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.inspect.Inspector.Kind;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionReceipt;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every kind of file that is known. The first inspector that recognises a file has it. */
final class Inspectors {
    private Inspectors() {}

    /** @param hashing hears of the comparison of FFU images with their hash tables, null if there is to be none */
    static List<Inspector> all(@Nullable ProgressListener hashing) {
        return Stream.of(binaries(hashing), archives(), documents(), manifests(), objects(), tables())
                .flatMap(List::stream)
                .toList();
    }

    /** For texts of which neither content nor name tells the kind. */
    static List<Inspector> ofAnyText() {
        return List.of(
                new Inspector(
                        new Kind("xml", "XML document of an unknown kind"),
                        file -> file.root() != null,
                        XmlTelling::tell),
                new Inspector(new Kind("text", "text of an unknown kind"), TextTelling::recognises, TextTelling::tell));
    }

    private static List<Inspector> binaries(@Nullable ProgressListener hashing) {
        return List.of(
                new Inspector(
                        new Kind("difference-package", "difference package", ".spku"),
                        file -> Cabinet.isCabinet(file.source())
                                && DiffPackage.isDiff(Cabinet.read(file.source(), file.limits())),
                        reading(DiffPackage::read, DiffTelling::tell)),
                new Inspector(
                        new Kind("package", "package", ".spkg", ".spkr", ".cbsr"),
                        Inspectors::isPackage,
                        PackageTelling::tell),
                new Inspector(
                        new Kind("cabinet", "cabinet", ".cab"),
                        file -> Cabinet.isCabinet(file.source()),
                        CabinetTelling::tell),
                new Inspector(
                        new Kind("ffu", "FFU image", ".ffu"),
                        file -> FfuImage.isFfu(file.source()),
                        new FfuTelling(hashing)::tell),
                new Inspector(
                        new Kind("pe", "PE image", ".exe", ".dll", ".sys", ".efi", ".mui"),
                        file -> PeImage.isPe(file.source()),
                        PeTelling::tell),
                new Inspector(
                        new Kind("catalog", "security catalog", ".cat"),
                        CatalogTelling::recognises,
                        reading(SecurityCatalog::read, CatalogTelling::tell)));
    }

    private static boolean isPackage(Candidate file) throws IOException {
        return Cabinet.isCabinet(file.source())
                && FirmwarePackage.isPackage(Cabinet.read(file.source(), file.limits()));
    }

    private static List<Inspector> archives() {
        return List.of(
                archive(
                        new Kind("submission-archive", "submission archive", ".zip"),
                        "submission.json",
                        reading(SubmissionArchive::readManifest, ArchiveTelling::submission)),
                archive(
                        new Kind("signed-archive", "signed archive"),
                        "signed.json",
                        reading(SignedArchive::readManifest, ArchiveTelling::signed)));
    }

    private static List<Inspector> documents() {
        return List.of(
                document(
                        new Kind("update-history", "update history"),
                        "UpdateHistory",
                        reading(UpdateHistory::read, HistoryTelling::history)),
                document(
                        new Kind("update-input", "update input"),
                        "UpdateOSInput",
                        reading(UpdateInput::read, HistoryTelling::input)),
                document(
                        new Kind("update-output", "update output"),
                        "UpdateOSOutput",
                        reading(UpdateOutput::read, HistoryTelling::output)),
                document(
                        new Kind("oem-input", "OEM input"),
                        "OEMInput",
                        reading(OemInput::read, ImageInputTelling::oemInput)),
                document(
                        new Kind("feature-manifest", "feature manifest"),
                        "FeatureManifest",
                        reading(FeatureManifest::read, ImageInputTelling::features)),
                document(
                        new Kind("image-customizations", "customizations of an image"),
                        "ImageCustomizations",
                        reading(ImageCustomizations::read, TargetingTelling::customizations)),
                document(
                        new Kind("device-layout", "device layout"),
                        "DeviceLayout",
                        reading(DeviceLayout::read, DeviceTelling::layout)),
                document(
                        new Kind("oem-device-platform", "OEM device platform"),
                        "OEMDevicePlatform",
                        reading(OemDevicePlatform::read, DeviceTelling::platform)));
    }

    private static List<Inspector> manifests() {
        return List.of(
                document(
                        new Kind("package-manifest", "manifest of a package"),
                        "Package",
                        reading(PackageManifest::readDsm, PackageTelling::manifestAndFiles)),
                new Inspector(
                        new Kind("package-manifest", "manifest of a package", ".mum"),
                        file -> file.root() != null && file.isNamed(List.of(".mum")),
                        reading(PackageManifest::readMum, PackageTelling::manifestAndFiles)));
    }

    private static List<Inspector> objects() {
        return List.of(
                object(
                        new Kind("submission-receipt", "submission receipt"),
                        Set.of("service", "archiveSha256"),
                        (file, facts) -> JsonTelling.receipt(facts, SubmissionReceipt.read(file.source()))),
                object(
                        new Kind("validation-report", "validation report"),
                        Set.of("acceptable", "findings"),
                        reading(JsonTelling::readReport, JsonTelling::report)));
    }

    private static List<Inspector> tables() {
        return List.of(
                new Inspector(
                        new Kind("registry", "registry file", ".reg", ".rga"),
                        file -> file.startsWithUtf16("Windows Registry Editor "),
                        reading(RegistryFile::read, RegistryTelling::tell)),
                new Inspector(
                        new Kind("platform-config", "platform configuration", "pconf.bin"),
                        file -> file.startsWith("NAME="),
                        reading(PlatformConfig::read, PlatformConfigTelling::tell)),
                new Inspector(
                        new Kind("acpi-table", "ACPI table", ".aml", ".acp"),
                        AcpiTelling::recognises,
                        AcpiTelling::tell));
    }
}
