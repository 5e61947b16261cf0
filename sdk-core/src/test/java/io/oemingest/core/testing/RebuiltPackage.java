package io.oemingest.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A package with another text in its manifest, for what the package writer does not let through. */
public final class RebuiltPackage {
    /** The ending of component manifests, and what the members have instead of it in rebuilt packages. */
    public static final String COMPONENT = ".manifest\"";

    public static final String NO_COMPONENT = ".manifold\"";

    private static final Pattern OWN_SIZE =
            Pattern.compile("(?s)<CabPath>man.dsm.xml</CabPath>.*?<FileSize>(\\d+)</FileSize>");

    private RebuiltPackage() {}

    /** Writes {@code original} again; answers {@code target}. */
    public static Path write(Path original, Path target, UnaryOperator<String> manifest) throws IOException {
        FirmwarePackage read = FirmwarePackage.read(
                ByteSource.of(String.valueOf(original.getFileName()), Files.readAllBytes(original)),
                FormatLimits.defaults());
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        read.cabinet().forEachMember((member, content) -> {
            byte[] bytes = content.readAllBytes();
            boolean changed = member.name().equals(read.manifestMember().name());
            byte[] now = changed ? manifest.apply(new String(bytes, UTF_8)).getBytes(UTF_8) : bytes;
            String name = member.name().replace(".manifest", ".manifold");
            writer.add(name, ByteSource.of(name, now));
        });
        writer.writeTo(target);
        return target;
    }

    /** Puts {@code instead} in the place of {@code text}, and makes up for it in the size that the manifest tells of itself. */
    public static UnaryOperator<String> keepingSize(String text, String instead) {
        return old -> {
            String changed = old.replace(text, instead);
            if (changed.equals(old)) {
                throw new AssertionError("The manifest has no " + text);
            }
            Matcher size = OWN_SIZE.matcher(changed);
            if (!size.find()) {
                throw new AssertionError("The manifest tells no size of itself");
            }
            int more = changed.length() - old.length();
            return changed.substring(0, size.start(1))
                    + (Integer.parseInt(size.group(1)) + more)
                    + changed.substring(size.end(1));
        };
    }
}
