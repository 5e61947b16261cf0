package io.oemingest.core.submission;

import java.util.Arrays;
import java.util.List;

/** A path as update histories write it: absolute, of the machine that built the image, with a {@code \\?\} prefix. */
final class BuildPath {
    private static final String PREFIX = "\\\\?\\";
    private static final String SERVER = "UNC\\";

    private BuildPath() {}

    /** The path without its prefix, as people write it. */
    static String plain(String path) {
        String unified = path.replace('/', '\\');
        if (!unified.startsWith(PREFIX)) {
            return path;
        }
        String rest = path.substring(PREFIX.length());
        return unified.startsWith(SERVER, PREFIX.length()) ? "\\\\" + rest.substring(SERVER.length()) : rest;
    }

    /** Drive or server, folders, file name. */
    static List<String> parts(String path) {
        return Arrays.stream(plain(path).split("[/\\\\]"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
