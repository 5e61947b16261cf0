package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedCabinetWriterTest {
    private static final byte[] SIGNATURE = "no real signature".getBytes();

    @TempDir
    Path folder;

    @Test
    void writesWhatSigningTheWrittenCabinetGives() throws IOException {
        Path unsigned = folder.resolve("unsigned.cab");
        writer().writeTo(unsigned);
        List<Digest> asked = new ArrayList<>();
        Path atOnce = folder.resolve("once.cab");
        writer().writeSigned(atOnce, digest -> {
            asked.add(digest);
            return SIGNATURE;
        });
        Path later = folder.resolve("later.cab");
        try (ByteSource source = ByteSource.open(unsigned)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(asked).containsExactly(cabinet.digest(DigestAlgorithm.SHA256));
            CabinetSignatureArea.write(cabinet, SIGNATURE, later);
        }
        assertThat(atOnce).hasSameBinaryContentAs(later);
    }

    @Test
    void leavesNothingBehindWhenTheSignerFails() {
        Path target = folder.resolve("failed.cab");
        assertThatThrownBy(() -> writer().writeSigned(target, digest -> {
                    throw new IOException("no signer");
                }))
                .hasMessage("no signer");
        assertThat(target).doesNotExist();
        assertThatThrownBy(() -> writer().writeSigned(target, digest -> new byte[0]))
                .hasMessage("A signature has at least one byte");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAFileThatIsThereAndACabinetOfNothing() throws IOException {
        Path present = Files.writeString(folder.resolve("present.cab"), "mine");
        assertThatThrownBy(() -> writer().writeSigned(present, digest -> SIGNATURE))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(present).hasContent("mine");
        Path empty = folder.resolve("empty.cab");
        CabinetWriter none = CabinetWriter.create(CabinetCompression.STORED);
        assertThatThrownBy(() -> none.writeSigned(empty, digest -> SIGNATURE))
                .hasMessage(empty + " cannot be written: a cabinet has at least one file");
        assertThat(empty).doesNotExist();
    }

    /** Two folders, several blocks. */
    private static CabinetWriter writer() {
        byte[] large = new byte[100_000];
        new SplittableRandom(1).nextBytes(large);
        return CabinetWriter.create(CabinetCompression.MSZIP)
                .add("large.bin", ByteSource.of("large", large))
                .add("empty.txt", ByteSource.of("empty", new byte[0]))
                .startFolder(CabinetCompression.STORED)
                .add("small.txt", ByteSource.of("small", "Hello, phone.".getBytes()));
    }
}
