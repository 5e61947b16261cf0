package io.oemingest.fuzz;

import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a fuzzer starts from: good files, real ones among them where there are any, and the words they are made of. */
final class Corpus {
    /** So much longer than the longest fixture may an input become. */
    private static final int GROWTH = 64;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,30}");
    private static final int MAX_WORDS = 400;
    private static final List<String> HOSTILE_WORDS = List.of(
            "MSCF",
            "CK",
            "MZ",
            "PE\\x00\\x00",
            "PK\\x01\\x02",
            "PK\\x03\\x04",
            "PK\\x05\\x06",
            "DCM\\x01",
            "hex(7):",
            "dword:",
            "<!DOCTYPE",
            "<!ENTITY",
            "<![CDATA[",
            "<!--",
            "<?xml",
            "&#x41;",
            "&lt;",
            "xmlns=",
            "\\\\u0000",
            "1e400",
            "-1",
            "4294967295",
            "9223372036854775807",
            "0x7FFFFFFF",
            "\\xff\\xff\\xff\\xff",
            "\\xff\\xff\\xff\\x7f",
            "\\x00\\x00\\x00\\x80",
            "\\xff\\xfe",
            "\\xef\\xbb\\xbf",
            "\\x30\\x80",
            "\\x84\\xff\\xff");

    private final HostileReader reader;
    private final List<byte[]> fixtures;

    Corpus(HostileReader reader) {
        this.reader = reader;
        this.fixtures = reader.makeFixtures();
    }

    /** Bytes that an input may have. */
    int maxLength() {
        return GROWTH + fixtures.stream().mapToInt(each -> each.length).max().orElse(0);
    }

    /** Writes the good files, and of the real ones those that the reader accepts and that are short enough. */
    void writeTo(Path folder) throws IOException {
        int count = 0;
        for (byte[] fixture : fixtures) {
            Files.write(folder.resolve("fixture-" + count++), fixture);
        }
        for (Path sample : samples()) {
            if (Files.size(sample) <= maxLength()) {
                byte[] bytes = Files.readAllBytes(sample);
                if (reader.accepts(bytes)) {
                    Files.write(folder.resolve("sample-" + count++), bytes);
                }
            }
        }
    }

    /** Writes a dictionary in the form of libFuzzer. */
    void writeWordsTo(Path file) throws IOException {
        Set<String> words = new TreeSet<>(HOSTILE_WORDS);
        for (byte[] fixture : fixtures) {
            Matcher matcher = WORD.matcher(new String(fixture, StandardCharsets.ISO_8859_1));
            while (matcher.find() && words.size() < MAX_WORDS) {
                words.add(matcher.group());
            }
        }
        Files.write(file, words.stream().map(each -> '"' + each + '"').toList());
    }

    private static List<Path> samples() throws IOException {
        Path root = Path.of(System.getProperty("oemingest.samples", ""));
        if (root.toString().isEmpty() || !Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
