package io.oemingest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each module promises stands in a file, so that a change of the promise is seen in the diff. */
class PublicApiTest {
    private static final Path PROJECT = Path.of(System.getProperty("oemingest.project"));

    @ParameterizedTest
    @CsvSource({
        "sdk-core,   io.oemingest.core,     ..",
        "sdk-client, io.oemingest.client,   ..",
        "emulator,   io.oemingest.emulator, ''"
    })
    void thePublicApiIsTheOneWrittenDown(String module, String basePackage, String below) throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/.ci/gate/"))
                .importPackages(basePackage);
        List<String> actual = new PublicApi(basePackage, below.isEmpty()).lines(classes);
        Path file = PROJECT.resolve(module).resolve("api.txt");
        if (Boolean.getBoolean("oemingest.api.update")) {
            Files.write(file, actual);
        }
        assertThat(Files.exists(file) ? Files.readAllLines(file) : List.of())
                .as(
                        "the public API of %s changed: if that is meant, run the test command with "
                                + "-Doemingest.api.update=true, review %s and say it in CHANGELOG.md",
                        module, file.getFileName())
                .isEqualTo(actual);
    }
}
