package io.oemingest.core.submission;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.PackageFactsJson;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;

/** The facts of a package to and from a row of {@code submission.json}. */
final class PackageRow {
    private PackageRow() {}

    static PackageFactsJson write(PackageFacts facts) {
        PackageIdentity identity = facts.identity();
        PackageAttributes attributes = facts.attributes();
        return new PackageFactsJson(
                facts.name(),
                facts.style().text(),
                identity.owner(),
                identity.component(),
                identity.subComponent(),
                identity.culture(),
                identity.resolution(),
                facts.version().toString(),
                attributes.ownerType(),
                attributes.releaseType(),
                attributes.partition(),
                attributes.platform(),
                attributes.removal(),
                attributes.binaryPartition(),
                facts.ekus() == null ? null : facts.ekus().toString());
    }

    static PackageFacts read(JsonFields fields, String path, FileFacts file, PackageFactsJson json)
            throws MalformedFileException {
        String ekus = json.ekus();
        return new PackageFacts(
                file,
                json.name(),
                fields.known(path + ".style", json.style(), PackageStyle::parseOrNull),
                new PackageIdentity(
                        json.owner(), json.component(), json.subComponent(), json.culture(), json.resolution()),
                fields.value(path + ".version", json.version(), FirmwareVersion::parse),
                new PackageAttributes(
                        json.ownerType(),
                        json.releaseType(),
                        json.partition(),
                        json.platform(),
                        json.removal(),
                        json.binaryPartition()),
                ekus == null ? null : fields.value(path + ".ekus", ekus, EkuCombination::parse),
                PackageDetails.NONE);
    }
}
