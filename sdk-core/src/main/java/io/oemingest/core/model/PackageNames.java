package io.oemingest.core.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A set of package names as two package sets are compared: without extension (rule WSP-03) and without regard to case
 * (rule WSP-32). Keeps the first spelling of each name, in the order given. Immutable, safe for threads.
 */
public final class PackageNames {
    private static final List<String> EXTENSIONS = List.of(".spkg", ".cab");

    private final Map<String, String> spellings;

    private PackageNames(Collection<String> names) {
        Map<String, String> map = new LinkedHashMap<>(names.size() * 4 / 3 + 1);
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("The name of a package must not be blank");
            }
            map.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
        this.spellings = map;
    }

    /** Names as manifests have them, without an extension. @throws IllegalArgumentException if one is blank */
    public static PackageNames of(Collection<String> names) {
        return new PackageNames(names);
    }

    /** Names of files; a {@code .spkg} or {@code .cab} at the end is dropped. @throws IllegalArgumentException if nothing is left of one */
    public static PackageNames ofFiles(Collection<String> fileNames) {
        return new PackageNames(
                fileNames.stream().map(PackageNames::withoutExtension).toList());
    }

    public int size() {
        return spellings.size();
    }

    /** The names, each once, in the order given. */
    public List<String> names() {
        return List.copyOf(spellings.values());
    }

    /** The names of this set that the other set lacks, in the order of this set; in time linear in this set's size. */
    public List<String> missingFrom(PackageNames other) {
        return spellings.entrySet().stream()
                .filter(each -> !other.spellings.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackageNames names && spellings.keySet().equals(names.spellings.keySet());
    }

    @Override
    public int hashCode() {
        return spellings.keySet().hashCode();
    }

    @Override
    public String toString() {
        return spellings.values().toString();
    }

    private static String withoutExtension(String fileName) {
        for (String extension : EXTENSIONS) {
            int stem = fileName.length() - extension.length();
            if (fileName.regionMatches(true, Math.max(stem, 0), extension, 0, extension.length())) {
                return fileName.substring(0, stem);
            }
        }
        return fileName;
    }
}
