package io.oemingest.core.testing.hostile;

import io.oemingest.core.format.acpi.AcpiLies;
import io.oemingest.core.format.cabinet.CabinetLies;
import io.oemingest.core.format.ffu.FfuLies;
import io.oemingest.core.format.image.ImageLies;
import io.oemingest.core.format.pe.PeLies;
import io.oemingest.core.format.pkg.PackageLies;
import io.oemingest.core.internal.zip.ZipLies;
import io.oemingest.core.signing.DerLies;
import io.oemingest.core.submission.SubmissionLies;
import java.util.List;
import java.util.stream.Stream;

/** Every lie that is kept, so that each change of an answer is seen. */
final class HostileLies {
    private HostileLies() {}

    static List<Lie> all() {
        return Stream.of(
                        CabinetLies.all(),
                        PackageLies.all(),
                        PeLies.all(),
                        AcpiLies.all(),
                        FfuLies.all(),
                        ImageLies.all(),
                        DerLies.all(),
                        ZipLies.all(),
                        SubmissionLies.all(),
                        XmlLies.all(),
                        KeptFiles.all())
                .flatMap(List::stream)
                .toList();
    }
}
