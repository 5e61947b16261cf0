package io.oemingest.samples.ingest;

import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest package empty}: makes packages without content, which keep names that a package set must not lose. */
@Command(
        name = "empty",
        description = "Make unsigned packages without content, in the place of retired ones whose names must stay.")
final class PackageEmptyCommand implements Callable<Integer> {
    @Mixin
    private final PackageOutput output = new PackageOutput();

    @Mixin
    private final PackageOptions options = new PackageOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Names of packages; an extension .spkg or .cab decides the style.")
    private List<String> names = List.of();

    @Option(names = "--from", paramLabel = "FILE", description = "A list of names, one a line.")
    private @Nullable Path from;

    @Option(names = "--style", paramLabel = "NAME", description = "SPKG or CBS; unless given, what the extension says.")
    private @Nullable PackageStyle style;

    @Option(
            names = "--component",
            paramLabel = "NAME",
            description = "Component of the one package named, where its name can be split in several ways.")
    private @Nullable String component;

    @Override
    public Integer call() throws IOException {
        Map<PackageName, PackageManifest> all = new LinkedHashMap<>();
        for (String name : names()) {
            PackageManifest facts = facts(name);
            all.putIfAbsent(facts.packageName(), facts);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Name a package, or a list with --from");
        }
        if (component != null && all.size() > 1) {
            throw new IllegalArgumentException("--component goes with one name only");
        }
        // All names are known to be right before the first file is written.
        for (PackageManifest facts : all.values()) {
            output.write(facts, (file, catalogs) -> PackageWriter.writeEmpty(facts, file, catalogs));
        }
        return ExitCode.OK;
    }

    private List<String> names() throws IOException {
        List<String> all = new ArrayList<>(names);
        if (from != null) {
            Files.readAllLines(from, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(all::add);
        }
        return all;
    }

    private PackageManifest facts(String text) {
        PackageName name = PackageName.ofFile(text);
        PackageIdentity identity = component == null ? PackageIdentity.ofName(name) : identity(name, component);
        if (identity.component().isEmpty() || !identity.packageName().equals(name)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a name of the form Owner.Component[.SubComponent][_Lang_x|_RES_WxH]");
        }
        PackageManifest facts =
                options.manifest(style == null ? style(text) : style, identity).build();
        PackageWriter.of(facts);
        return facts;
    }

    private static PackageIdentity identity(PackageName name, String component) {
        String base = name.base();
        int dot = Math.max(base.indexOf('.'), 0);
        String rest = base.substring(dot);
        int end = 1 + component.length();
        boolean whole = rest.length() <= end;
        return new PackageIdentity(
                base.substring(0, dot),
                component,
                whole ? null : rest.substring(end + 1),
                name.culture(),
                name.resolution());
    }

    private static PackageStyle style(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".cab") ? PackageStyle.CBS : PackageStyle.SPKG;
    }
}
