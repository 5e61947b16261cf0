package io.oemingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that only the text of the project shows, each proven by a text that breaks it. */
class SourceTextTest {
    private static final Path PROJECT = Path.of(System.getProperty("oemingest.project"));
    private static final Set<String> TEXT =
            Set.of("java", "kt", "xml", "md", "yaml", "txt", "json", "properties", "pem");

    record TextRule(String reason, Pattern banned, Set<String> kinds, String example) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static List<TextRule> rules() {
        return List.of(
                new TextRule(
                        "no private key of anyone is part of the project",
                        Pattern.compile("-----BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY" + "-----"),
                        TEXT,
                        "-----BEGIN RSA PRIVATE KEY" + "-----"),
                new TextRule(
                        "no test sleeps",
                        Pattern.compile("(Thread|TimeUnit\\.[A-Z]+)\\.sle" + "ep\\("),
                        Set.of("java", "kt"),
                        "Thread.sle" + "ep(5)"),
                new TextRule(
                        "nobody decides on an exception's message",
                        Pattern.compile("getMessage\\(\\)\\s*\\.(contains|startsWith|endsWith|matches|equals)\\("),
                        Set.of("java", "kt"),
                        "e.getMessage()" + ".contains(\"x\")"),
                new TextRule(
                        "no test is switched off",
                        Pattern.compile("@Disab" + "led|@Ign" + "ore"),
                        Set.of("java", "kt"),
                        "@Disab" + "led"),
                new TextRule(
                        "nothing is left to be done later in the code",
                        Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b"),
                        Set.of("java", "kt", "yaml"),
                        "// TO" + "DO later"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theTextOfTheProjectKeepsTheRule(TextRule rule) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            List<Path> guilty = files.filter(file -> isProjectText(file, rule.kinds()))
                    .filter(file -> rule.banned().matcher(read(file)).find())
                    .toList();
            assertThat(guilty).as(rule.reason()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesItsExample(TextRule rule) {
        assertThat(rule.banned().matcher(rule.example()).find()).isTrue();
    }

    private static boolean isProjectText(Path file, Set<String> kinds) {
        String path = PROJECT.relativize(file).toString().replace('\\', '/');
        boolean built = Stream.of(path.split("/")).anyMatch(part -> part.equals("target") || part.equals(".git"));
        // The one place that may sleep is the wiring that the architecture rules name.
        boolean wiring = path.endsWith("/SystemWiring.java") || path.contains("/violations/");
        return !built
                && !wiring
                && kinds.contains(path.substring(path.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
