package io.oemingest.core.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignedPart;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInspectionTest {
    private static final Instant THEN = Instant.parse("2016-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void refusesAFileThatIsNoPackage() {
        ByteSource text = ByteSource.of("a.txt", "no package".getBytes(UTF_8));

        assertThatThrownBy(() -> PackageInspection.of(text, FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.txt");
    }

    @Test
    void readsTheSignersOfARealTestSignedPackage() throws IOException {
        Path file = Samples.fileOrSkip("cbs-arm-testsigned", "Empyreal96.MainOS.Developer_Mode.cab");

        assertThat(inspect(file).parts())
                .extracting(InspectedPart::part, InspectedPart::name, part -> signerOf(part))
                .containsExactly(
                        tuple(
                                SignedPart.CABINET,
                                "Empyreal96.MainOS.Developer_Mode.cab",
                                "27cc4e1323c08a5ba2a62dc7f154c8af017c488f"),
                        tuple(SignedPart.CATALOG, "update.cat", "27cc4e1323c08a5ba2a62dc7f154c8af017c488f"));
    }

    private static String signerOf(InspectedPart part) {
        CodeSignature signature = part.signature();
        return signature == null ? "" : signature.signer().thumbprint();
    }

    private static PackageInspection inspect(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return PackageInspection.of(source, FormatLimits.defaults());
        }
    }
}
