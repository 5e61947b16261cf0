package io.oemingest.core.inspect;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.pkg.CbsFacts;
import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.signing.CodeSignature;
import java.io.IOException;
import java.util.Locale;

/** Packages of all styles: identity, files, catalog and who signed what. */
final class PackageTelling {
    private PackageTelling() {}

    static void tell(Candidate file, Facts facts) throws IOException {
        PackageInspection read = PackageInspection.of(file.source(), file.limits());
        manifest(facts, read.manifest());
        CbsFacts cbs = read.cbs();
        if (cbs != null) {
            facts.group("cbs", inner -> CbsTelling.tell(inner, cbs));
        }
        facts.table("files", read.manifest().files(), PackageTelling::file);
        DeviceTargeting targeting = read.targeting();
        if (targeting != null) {
            facts.table("deviceTargeting", targeting.values().entrySet(), TargetingTelling::value);
        }
        facts.table("problems", read.problems(), PackageTelling::problem);
        InspectedCatalog catalog = read.catalog();
        facts.group(
                "catalog",
                inner -> inner.put("member", catalog.member())
                        .put("version", catalog.version())
                        .put("entries", catalog.entries())
                        .put("packageName", catalog.packageName()));
        facts.each("parts", read.parts(), PackageTelling::title, PackageTelling::part);
    }

    static void manifestAndFiles(Facts facts, PackageManifest manifest) {
        manifest(facts, manifest);
        facts.table("files", manifest.files(), PackageTelling::file)
                .table("problems", manifest.problems(), PackageTelling::problem);
    }

    /** What the manifest says, without its files. */
    static void manifest(Facts facts, PackageManifest manifest) {
        facts.put("name", manifest.name())
                .put("style", manifest.style().text())
                .put("version", manifest.version())
                .put("description", manifest.description())
                .put("ownerType", manifest.ownerType())
                .put("releaseType", manifest.releaseType())
                .put("partition", manifest.partition())
                .put("platform", manifest.platform())
                .put("cpuType", manifest.cpuType())
                .put("buildType", manifest.buildType())
                .put("groupingKey", manifest.groupingKey())
                .put("targetGroups", manifest.targetGroups().isEmpty() ? null : manifest.targetGroups())
                .put("buildString", manifest.buildString())
                .put("publicKeyToken", manifest.publicKeyToken())
                .put("removal", manifest.removal())
                .put("binaryPartition", manifest.binaryPartition());
    }

    private static void file(Facts row, PackageFile file) {
        row.put("fileType", file.fileType())
                .put("size", file.size())
                .put("devicePath", file.devicePath())
                .put("cabPath", file.cabPath())
                .put("sourcePackage", file.sourcePackage())
                .put("embeddedSigningCategory", file.embeddedSigningCategory());
    }

    private static void problem(Facts row, PackageProblem problem) {
        row.put("kind", problem.kind()).put("part", problem.part()).put("text", problem.text());
    }

    private static String title(InspectedPart part) {
        return kindOf(part) + " " + part.name() + ": " + (part.signature() == null ? "not signed" : "signed");
    }

    private static void part(Facts facts, InspectedPart part) {
        facts.told("part", kindOf(part)).told("name", part.name());
        CodeSignature signature = part.signature();
        if (signature != null) {
            facts.inside("signature", inner -> SignatureTelling.tell(inner, signature));
        }
    }

    private static String kindOf(InspectedPart part) {
        return part.part().name().toLowerCase(Locale.ROOT);
    }
}
