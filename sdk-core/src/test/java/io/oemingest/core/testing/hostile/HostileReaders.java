package io.oemingest.core.testing.hostile;

import io.oemingest.core.format.acpi.AcpiReaders;
import io.oemingest.core.format.cabinet.CabinetReaders;
import io.oemingest.core.format.ffu.FfuReaders;
import io.oemingest.core.format.image.ImageReaders;
import io.oemingest.core.format.pe.PeReaders;
import io.oemingest.core.format.pkg.PackageReaders;
import io.oemingest.core.inspect.InspectReaders;
import io.oemingest.core.internal.zip.ZipReaders;
import io.oemingest.core.signing.SigningReaders;
import io.oemingest.core.submission.SubmissionReaders;
import java.util.List;
import java.util.stream.Stream;

/** Every reader of foreign bytes. */
public final class HostileReaders {
    private HostileReaders() {}

    public static List<HostileReader> all() {
        return Stream.of(
                        CabinetReaders.all(),
                        PackageReaders.all(),
                        PeReaders.all(),
                        AcpiReaders.all(),
                        FfuReaders.all(),
                        ImageReaders.all(),
                        SigningReaders.all(),
                        ZipReaders.all(),
                        SubmissionReaders.all(),
                        InspectReaders.all())
                .flatMap(List::stream)
                .toList();
    }

    public static HostileReader named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + all()));
    }
}
