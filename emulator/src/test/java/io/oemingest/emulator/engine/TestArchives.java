package io.oemingest.emulator.engine;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionArchiveWriter;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.emulator.testing.TestPackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submission archives of small packages, which say of themselves what they shall and are not signed. */
public final class TestArchives {
    private static final String HISTORY = """
            <?xml version="1.0" encoding="utf-8"?>
            <UpdateHistory xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <UpdateEvents>
                <UpdateEvent>
                  <Sequence>1</Sequence>
                  <DateTime>2015-06-15T17:52:13Z:: </DateTime>
                  <UpdateOSOutput>
                    <OverallResult>0</OverallResult>
                    <UpdateState>Update Complete</UpdateState>
                    <Packages>%s                    </Packages>
                  </UpdateOSOutput>
                </UpdateEvent>
              </UpdateEvents>
            </UpdateHistory>
            """;
    private static final String PACKAGE = """
            <Package>
              <Identity>
                <Owner>Contoso</Owner>
                <Component>%s</Component>
                <Version Major="%d" Minor="%d" QFE="%d" Build="%d"/>
              </Identity>
              <Partition>MainOS</Partition>
              <PackageFile>c:\\out\\Contoso.%s.spkg</PackageFile>
            </Package>
            """;
    private static final String OEM_INPUT = """
            <?xml version="1.0" encoding="utf-8"?>
            <OEMInput xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate">
              <SOC>QC8974</SOC>
              <Device>Phone</Device>
              <ReleaseType>Production</ReleaseType>
              <BuildType>fre</BuildType>
            </OEMInput>
            """;

    private final Path folder;
    private int count;

    public TestArchives(Path folder) {
        this.folder = folder;
    }

    /** A context-free submission of packages {@code Contoso.<component>} of version 1.0.0.1. */
    byte[] contextFree(String... components) throws IOException {
        return contextFree(FirmwareVersion.parse("1.0.0.1"), components);
    }

    byte[] contextFree(FirmwareVersion version, String... components) throws IOException {
        Path packages = packages(version, components);
        return write(new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE));
    }

    /** A contextual submission to an image that holds {@code Contoso.Display} of version 1.0.0.0 and nothing else. */
    byte[] contextual(String... components) throws IOException {
        Path packages = packages(FirmwareVersion.parse("1.0.0.1"), components);
        Path history = history(packages, FirmwareVersion.parse("1.0.0.0"), "Display");
        Path oemInput = Files.writeString(packages.resolveSibling("OEMInput.xml"), OEM_INPUT);
        return write(new PartialImage.Contextual(history, oemInput, packages, ProductType.WINDOWS_PHONE_BLUE));
    }

    /** An image of packages {@code Contoso.<component>} for a phone of Contoso's in Germany; all have this firmware version. */
    public byte[] image(boolean baseline, String firmwareVersion, String... components) throws IOException {
        return image(FirmwareVersion.parse(firmwareVersion), baseline, firmwareVersion, components);
    }

    /** The same with another version of the packages than the firmware's. */
    byte[] image(FirmwareVersion version, boolean baseline, String firmwareVersion, String... components)
            throws IOException {
        Path packages = packages(version, components);
        TestPackages.writeTargeting(
                packages,
                version,
                Map.of(
                        "PhoneManufacturer", "Contoso",
                        "PhoneManufacturerModelName", "D100",
                        "PhoneMobileOperatorName", "000-DE",
                        "PhoneFirmwareRevision", firmwareVersion));
        List<String> all = new ArrayList<>(List.of(components));
        all.add("DEMO.Customizations.MainOS");
        Path history = history(packages, version, all.toArray(String[]::new));
        Path oemInput = Files.writeString(packages.resolveSibling("OEMInput.xml"), OEM_INPUT);
        Image image = new Image(history, oemInput, ProductType.WINDOWS_PHONE_BLUE)
                .withPackageRoots(PackageRoots.NONE.with("c:\\out", packages));
        return write(baseline ? image.asBaseline() : image);
    }

    private static Path history(Path packages, FirmwareVersion version, String... components) throws IOException {
        String entries = Arrays.stream(components)
                .map(each ->
                        PACKAGE.formatted(each, version.major(), version.minor(), version.qfe(), version.build(), each))
                .collect(Collectors.joining());
        return Files.writeString(packages.resolveSibling("UpdateHistory.xml"), HISTORY.formatted(entries));
    }

    /** The catalog of an image for these devices. */
    byte[] ffuCatalog(String... platformIds) throws IOException {
        Path documents = packages(FirmwareVersion.ZERO).getParent();
        Path ffu = documents.resolve("flash.ffu");
        FfuPartition plat = new FfuPartition(
                "PLAT", new UUID(0, 1), new UUID(0, 2), 64, true, ByteSource.of("plat", new byte[2000]));
        FfuWriter.create(4096, Arrays.stream(platformIds).map(PlatformId::new).toList())
                .disk(new FfuDisk(new UUID(0, 3), "", 1 << 16, List.of(plat)))
                .writeTo(ffu, new HashTableCatalogBuilder(InstantSource.fixed(Instant.EPOCH)));
        Path history = history(ffu, FirmwareVersion.parse("1.0.0.0"), "Display");
        Path oemInput = Files.writeString(documents.resolve("OEMInput.xml"), OEM_INPUT);
        return write(new FfuCatalog(history, oemInput, ffu, ProductType.WINDOWS_PHONE_BLUE));
    }

    private Path packages(FirmwareVersion version, String... components) throws IOException {
        count++;
        Path packages = Files.createDirectories(folder.resolve("in" + count + "/packages"));
        for (String component : components) {
            TestPackages.write(packages, version, component);
        }
        return packages;
    }

    private byte[] write(FirmwareSubmission submission) throws IOException {
        SubmissionContentsReader.ReadSubmission read =
                new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE).read(submission);
        Path target = folder.resolve("archive" + count + ".zip");
        new SubmissionArchiveWriter(read.contents(), "test", "0.1.0", "{}".getBytes(StandardCharsets.UTF_8))
                .writeTo(target, read.files(), ProgressListener.NONE);
        return Files.readAllBytes(target);
    }
}
