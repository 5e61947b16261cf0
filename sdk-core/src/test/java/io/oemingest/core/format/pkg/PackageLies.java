package io.oemingest.core.format.pkg;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.util.ArrayList;
import java.util.List;

/** Package manifests that lie. */
public final class PackageLies {
    private PackageLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>(Lies.about("dsm", Manifests.DSM.getBytes(UTF_8))
                .number("Version Major", "Major=\"#\"")
                .number("Version Build", "Build=\"#\"")
                .number("FileSize", "<FileSize>#</FileSize>")
                .number("CompressedFileSize", "<CompressedFileSize>#</CompressedFileSize>")
                .number("StagedFileSize", "<StagedFileSize>#</StagedFileSize>")
                .all());
        all.addAll(Lies.about("mum", Manifests.MUM.getBytes(UTF_8))
                .number("file size", " size=\"#\"")
                .number("file staged", " staged=\"#\"")
                .number("file compressed", " compressed=\"#\"")
                .number("version", " version=\"#.40.55.808\"")
                .all());
        return all;
    }
}
