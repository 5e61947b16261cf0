package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pkg.DownlevelMetadata.Mapping;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the CBS form that a package of the earlier style carries along: members below {@code windows\<identity>}. */
final class DownlevelReader {
    private static final String FOLDER = "\\Windows\\Packages\\DownlevelMetadata\\";
    private static final String ENDING = ".xap";

    private final Cabinet outer;
    private final FormatLimits limits;

    DownlevelReader(Cabinet outer, FormatLimits limits) {
        this.outer = outer;
        this.limits = limits;
    }

    /** The form in the first file that is one by its path and name, null if there is none. */
    @Nullable
    DownlevelMetadata find(PackageManifest manifest) throws IOException {
        for (PackageFile file : manifest.files()) {
            AssemblyIdentity identity = identity(file.devicePath());
            CabinetMember member = identity == null ? null : outer.find(file.cabPath());
            if (identity != null && member != null) {
                return read(file, member, identity);
            }
        }
        return null;
    }

    private static @Nullable AssemblyIdentity identity(String path) {
        boolean fits = path.regionMatches(true, 0, FOLDER, 0, FOLDER.length())
                && path.regionMatches(true, path.length() - ENDING.length(), ENDING, 0, ENDING.length())
                && path.length() > FOLDER.length() + ENDING.length();
        return fits
                ? AssemblyIdentity.parseOrNull(path.substring(FOLDER.length(), path.length() - ENDING.length()))
                : null;
    }

    private DownlevelMetadata read(PackageFile file, CabinetMember member, AssemblyIdentity identity)
            throws IOException {
        String name = outer.source().name() + "/" + member.name();
        Cabinet inner = Cabinet.read(ByteSource.of(name, outer.readAll(member, limits.maxInMemory())), limits);
        String folder = "windows\\" + identity + "\\";
        ByteSource text = member(inner, folder + PackageLayout.CBS_MANIFEST);
        if (text == null) {
            throw new MalformedFileException(
                    Location.ofFile(name), "has no member '" + folder + PackageLayout.CBS_MANIFEST + "'");
        }
        ByteSource mapping = member(inner, folder + "mapping.csv");
        return new DownlevelMetadata(
                file.devicePath(),
                identity,
                CbsReader.read(text, limits).manifest(),
                mapping == null ? List.of() : mappings(mapping));
    }

    private @Nullable ByteSource member(Cabinet inner, String name) throws IOException {
        CabinetMember member = inner.find(name);
        return member == null
                ? null
                : ByteSource.of(
                        inner.source().name() + "/" + member.name(), inner.readAll(member, limits.maxInMemory()));
    }

    private List<Mapping> mappings(ByteSource text) throws IOException {
        String all = new String(text.readAll(limits.maxInMemory()), StandardCharsets.UTF_8);
        List<Mapping> mappings = new ArrayList<>();
        int number = 0;
        for (String line : all.lines().toList()) {
            number++;
            int comma = line.indexOf(',');
            boolean fits = comma > 0 && mappings.size() < PackageLimits.MAX_FILES;
            if (!fits && !line.isBlank()) {
                throw new MalformedFileException(
                        Location.ofLine(text.name(), number, 1),
                        "is no pair of paths with a comma between, or has more than " + PackageLimits.MAX_FILES
                                + " before it");
            }
            if (fits) {
                mappings.add(new Mapping(line.substring(0, comma), line.substring(comma + 1)));
            }
        }
        return mappings;
    }
}
