package io.oemingest.core.inspect;

import io.oemingest.core.format.pkg.DiffPackage;

/** Difference packages: from which version to which, and what happens to each file. */
final class DiffTelling {
    private DiffTelling() {}

    static void tell(Facts facts, DiffPackage diff) {
        facts.put("name", diff.name())
                .put("sourceVersion", diff.sourceVersion())
                .put("targetVersion", diff.targetVersion())
                .put("sourceHash", diff.sourceHash())
                .group("target", inner -> PackageTelling.manifest(inner, diff.target()))
                .table(
                        "files",
                        diff.files(),
                        (row, each) -> row.put("fileType", each.fileType())
                                .put("diffType", each.diffType())
                                .put("devicePath", each.devicePath())
                                .put("cabPath", each.cabPath()))
                .table(
                        "problems",
                        diff.problems(),
                        (row, each) -> row.put("kind", each.kind()).put("text", each.text()));
    }
}
