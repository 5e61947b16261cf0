package io.oemingest.core.testing.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that once escaped: {@code hostile/index.tsv} names the reader, the file and what it lies about. */
final class KeptFiles {
    private KeptFiles() {}

    static List<Lie> all() {
        String index = new String(resource("index.tsv"), StandardCharsets.UTF_8);
        return index.lines().map(KeptFiles::lie).toList();
    }

    private static Lie lie(String line) {
        String[] cells = line.split("\t");
        String path = cells[0] + '/' + cells[1];
        return new Lie(cells[0], cells[2], cells[1], () -> resource(path));
    }

    private static byte[] resource(String path) {
        try (InputStream in = KeptFiles.class.getResourceAsStream("/hostile/" + path)) {
            if (in == null) {
                throw new IllegalStateException("hostile/" + path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
