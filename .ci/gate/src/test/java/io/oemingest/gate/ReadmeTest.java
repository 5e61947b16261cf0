package io.oemingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's examples are the compiled ones, and each of its two commands stands alone in its block. */
class ReadmeTest {
    private static final Path PROJECT = Path.of(System.getProperty("oemingest.project"));
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("// README\\n(.*?)\\n *// README", Pattern.DOTALL);

    @Test
    void theExamplesAreTheCompiledOnes() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(readme()).results().toList();
        assertThat(examples).hasSize(4);
        for (MatchResult example : examples) {
            assertThat(example.group(2)).as(example.group(1)).isEqualTo(marked(PROJECT.resolve(example.group(1))));
        }
    }

    @Test
    void runningAndTestingTakeOneCommandEach() throws IOException {
        assertThat(blockUnder("## Run it")).hasSize(1);
        assertThat(blockUnder("## Test it")).hasSize(1);
    }

    private static String marked(Path source) throws IOException {
        return MARKED.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1).stripIndent() + "\n")
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blockUnder(String heading) throws IOException {
        String section = readme().split(Pattern.quote(heading + "\n"), 2)[1].split("\n## ", 2)[0];
        List<String> blocks = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).as(heading).hasSize(1);
        return blocks.get(0).lines().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }
}
