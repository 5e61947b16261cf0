package io.oemingest.core.baseline;

import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Packages without content, in the place of those that a package set has lost and must not lose: a package of the name
 * satisfies the comparison, whatever it brings (rule WSP-04). They are unsigned. Immutable, safe for threads.
 */
public final class EmptyPackages {
    private final List<PackageManifest> packages;

    private EmptyPackages(List<PackageManifest> packages) {
        this.packages = List.copyOf(packages);
    }

    /**
     * One for each name.
     *
     * @param facts what the package of an identity says of itself, such as its version and style
     * @throws IllegalArgumentException for a name that no package can have, or facts that no empty package can have
     */
    public static EmptyPackages of(PackageNames names, Function<PackageIdentity, PackageManifest> facts) {
        List<PackageManifest> packages = new ArrayList<>();
        for (String name : names.names()) {
            PackageManifest manifest = facts.apply(identity(new PackageName(name)));
            // Judged now, so that nothing is written if one of them cannot be.
            PackageWriter.of(manifest);
            packages.add(manifest);
        }
        return new EmptyPackages(packages);
    }

    public List<PackageManifest> packages() {
        return packages;
    }

    /**
     * Writes those of which there is no file, under their usual names, into a folder, which is made if it is not there.
     * Files that are there stay as they are.
     *
     * @return the files that were written
     */
    public List<Path> writeTo(Path folder, CatalogMaker catalogs) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (PackageManifest each : packages) {
            Path file = folder.resolve(PackageWriter.fileName(each));
            if (!Files.exists(file)) {
                // Half a package, left by a run that was cut off, would be taken for one that is there.
                AtomicFiles.writeNew(file, made -> PackageWriter.writeEmpty(each, made, catalogs));
                written.add(file);
            }
        }
        return written;
    }

    private static PackageIdentity identity(PackageName name) {
        PackageIdentity identity = PackageIdentity.ofName(name);
        if (identity.component().isEmpty() || !identity.packageName().equals(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a name of the form Owner.Component[.SubComponent][_Lang_x|_RES_WxH]");
        }
        return identity;
    }
}
