package io.oemingest.samples;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.signing.TestInputSigner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Makes what an OEM has before a submission: test-signed packages and the two documents of the image build. */
final class SamplePackages {
    private final Function<EkuProfile, TestInputSigner> signers;
    private final CabinetCompression compression;

    /** Test-signs each package by the signer that its profile asks for. */
    SamplePackages(Function<EkuProfile, TestInputSigner> signers, CabinetCompression compression) {
        this.signers = signers;
        this.compression = compression;
    }

    /** Writes everything below {@code folder}, replacing what an earlier run left. */
    SampleInput writeTo(Path folder, List<SamplePackage> packages) throws IOException {
        SampleInput input = SampleInput.of(folder);
        removeEarlier(Files.createDirectories(input.packages()));
        for (SamplePackage each : packages) {
            write(
                    each,
                    folder.resolve("unsigned-" + each.fileName()),
                    input.packages().resolve(each.fileName()));
        }
        Files.writeString(input.updateHistory(), SampleDocuments.updateHistory(packages));
        Files.writeString(input.oemInput(), SampleDocuments.oemInput());
        return input;
    }

    private void write(SamplePackage each, Path unsigned, Path signed) throws IOException {
        PackageWriter writer =
                PackageWriter.of(each.manifest()).compression(compression).registry(each.registry());
        each.files().forEach(writer::file);
        writer.writeTo(unsigned, new SecurityCatalogBuilder(InstantSource.system()));
        signers.apply(each.signer()).sign(unsigned, signed);
        Files.delete(unsigned);
    }

    /** Packages of an earlier run would be submitted too; other files are not ours to remove. */
    private static void removeEarlier(Path folder) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, SamplePackage.OWNER + ".*")) {
            for (Path each : earlier) {
                Files.delete(each);
            }
        }
    }
}
