package io.oemingest.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "'' -> is empty",
                "/etc/passwd -> is absolute",
                "\\server\\share -> is absolute",
                "C:\\a.txt -> names a drive or stream",
                "a.txt:stream -> names a drive or stream",
                "../a.txt -> has an empty, '.' or '..' part",
                "a\\..\\..\\b.txt -> has an empty, '.' or '..' part",
                "a//b.txt -> has an empty, '.' or '..' part",
                "'a\u0007b' -> has a control character",
                "con -> has the name of a device",
                "sub\\NUL.txt -> has the name of a device",
                "Com1.tar.gz -> has the name of a device",
                "lpt\u00b2 -> has the name of a device",
                "aux .txt -> has the name of a device",
                "CONIN$ -> has the name of a device",
                "sub./a.txt -> has a part that ends in a point or blank",
                "'a.txt ' -> has a part that ends in a point or blank",
                "a?.txt -> has one of the characters <>\"|?*",
            })
    void saysWhyANameIsNoFileOnEverySystem(String name, String problem) {
        assertThat(SafePaths.portabilityProblemOf(name)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.txt", "sub\\a.txt", "$(runtime.system32)\\drivers\\x.sys", "console.txt", "com10", ".hidden"})
    void allowsNamesOfRealPackages(String name) {
        assertThat(SafePaths.portabilityProblemOf(name)).isNull();
    }

    @Test
    void joinsANameInsideAFolderOnly() {
        Path folder = Path.of("out").toAbsolutePath();

        assertThat(SafePaths.resolveInside(folder, "a\\b.txt"))
                .isEqualTo(folder.resolve("a").resolve("b.txt"));
        assertThatThrownBy(() -> SafePaths.resolveInside(folder, "..\\b.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name '..\\b.txt' has an empty, '.' or '..' part");
    }
}
