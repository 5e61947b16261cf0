package io.oemingest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.internal.zip.ZipWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionArchiveWriter;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.emulator.signing.TestInputSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/** Archives that no client of ours would send: written without asking the rules, then damaged. */
final class RawArchives {
    private static final String MANIFEST = "submission.json";

    private RawArchives() {}

    /** The facts of a package that nothing is wrong with. */
    static PackageManifest retail() {
        return PackageManifest.retail(PackageStyle.SPKG, PackageIdentity.of("Contoso", "BASE.Phone", null))
                .platform("QC8974")
                .version(FirmwareVersion.parse("1.40.55.808"))
                .build();
    }

    /** A context-free archive of one package, not judged by any rule. */
    static Path contextFree(Path folder, PackageManifest facts, TestInputSigner signer) throws IOException {
        Path packages = Files.createDirectories(folder.resolve("packages"));
        Path unsigned = folder.resolve("unsigned.spkg");
        PackageWriter.of(facts)
                .file("\\Windows\\System32\\camera.txt", ByteSource.of("camera.txt", "camera".getBytes(UTF_8)))
                .writeTo(unsigned, new SecurityCatalogBuilder(() -> Instant.parse("2026-11-22T06:16:00Z")));
        signer.sign(unsigned, packages.resolve(PackageWriter.fileName(facts)));
        var read = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE));
        Path archive = folder.resolve("raw.zip");
        new SubmissionArchiveWriter(read.contents(), "raw", "1", "{}".getBytes(UTF_8))
                .writeTo(archive, read.files(), ProgressListener.NONE);
        return archive;
    }

    /** Cuts the last byte of the only package, and lets the manifest agree with what is left. */
    static Path withTruncatedPackage(Path archive, Path folder) throws IOException {
        Map<String, byte[]> entries = entries(archive);
        String name = entries.keySet().stream()
                .filter(each -> each.startsWith("packages/"))
                .findFirst()
                .orElseThrow();
        byte[] whole = entries.get(name);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        entries.put(name, cut);
        String manifest = new String(entries.get(MANIFEST), UTF_8);
        String mended = manifest.replace(
                        Digest.sha256(whole).hex(), Digest.sha256(cut).hex())
                .replace("\"size\":" + whole.length, "\"size\":" + cut.length)
                .replace("\"size\": " + whole.length, "\"size\": " + cut.length);
        entries.put(MANIFEST, mended.getBytes(UTF_8));
        return write(entries, folder.resolve("truncated.zip"));
    }

    /** Renames the only package, in every place of the zip file, to a name of the same length that leads out. */
    static Path withNameThatLeadsOut(Path archive, Path folder) throws IOException {
        String text = Files.readString(archive, java.nio.charset.StandardCharsets.ISO_8859_1);
        return Files.writeString(
                folder.resolve("leads-out.zip"),
                text.replace("packages/Con", "packages/../"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Map<String, byte[]> entries(Path archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static Path write(Map<String, byte[]> entries, Path target) throws IOException {
        try (ZipWriter zip = ZipWriter.create(target)) {
            zip.addText(MANIFEST, entries.remove(MANIFEST));
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                if (each.getKey().startsWith("packages/")) {
                    zip.addStored(each.getKey(), ByteSource.of(each.getKey(), each.getValue()), ProgressListener.NONE);
                } else {
                    zip.addText(each.getKey(), each.getValue());
                }
            }
            zip.finish();
        }
        return target;
    }
}
