package io.oemingest.core.inspect;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.format.pkg.PackageManifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The members of a cabinet, under their own names or where a device has them. */
record CabinetContents(Cabinet cabinet, List<ContainedFile> files) implements Contents {

    static CabinetContents of(Cabinet cabinet) {
        return new CabinetContents(
                cabinet,
                cabinet.members().stream()
                        .map(each -> new ContainedFile(each.name(), each.name(), each.size()))
                        .toList());
    }

    /** Every file that the manifest names, below a folder of its partition. */
    static CabinetContents byDevicePath(FirmwarePackage firmware) {
        Cabinet cabinet = firmware.cabinet();
        PackageManifest manifest = firmware.manifest();
        String partition = Objects.requireNonNullElse(manifest.partition(), "no partition");
        return new CabinetContents(
                cabinet,
                manifest.files().stream()
                        .map(each -> onDevice(cabinet, partition, each))
                        .toList());
    }

    private static ContainedFile onDevice(Cabinet cabinet, String partition, PackageFile file) {
        CabinetMember member = Objects.requireNonNull(cabinet.find(file.cabPath()), "reading the package found it");
        String path = file.devicePath().replaceFirst("^[/\\\\]", "");
        return new ContainedFile(member.name(), partition + "/" + path, member.size());
    }

    @Override
    public void visit(Set<String> names, Visitor visitor) throws IOException {
        if (names.size() == 1) {
            CabinetMember only =
                    Objects.requireNonNull(cabinet.find(names.iterator().next()), "it is one of the files");
            try (InputStream content = cabinet.open(only)) {
                visitor.visit(only.name(), content);
            }
            return;
        }
        cabinet.forEachMember((member, content) -> {
            if (names.contains(member.name())) {
                visitor.visit(member.name(), content);
            }
        });
    }
}
