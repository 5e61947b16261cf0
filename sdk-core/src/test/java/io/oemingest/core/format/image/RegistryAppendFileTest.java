package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.RegistryAppendFile.Append;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryAppendFileTest {
    private static final String START = "\ufeffWindows Registry Editor Version 5.00\r\n[HKEY_LOCAL_MACHINE\\K]\r\n";

    @Test
    void readsWhatIsAppendedToEachList() throws IOException {
        assertThat(read(START
                        + "\"Groups\"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00\r\n"
                        + "\"None\"=hex(7):00,00,00,00\r\n"))
                .isEqualTo(new RegistryAppendFile(List.of(
                        new Append("HKEY_LOCAL_MACHINE\\K", "Groups", List.of("a", "bc")),
                        new Append("HKEY_LOCAL_MACHINE\\K", "None", List.of()))));
    }

    @Test
    void refusesValuesThatAreNoLists() {
        assertThatThrownBy(() -> read(START + "\"Groups\"=hex(7):61,00,00,00,00,00\r\n\"Text\"=\"a\""))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.rga:4:8: only lists of texts can be appended, 'Text' is none");
    }

    @Test
    void writesTheFormOfThePackageTools() {
        RegistryAppendFile file =
                new RegistryAppendFile(List.of(new Append("HKEY_LOCAL_MACHINE\\K", "Groups", List.of("a", "bc"))));

        assertThat(new String(file.toBytes(), StandardCharsets.UTF_16LE))
                .isEqualTo(START + ";Value:a;bc\r\n\"Groups\"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00\r\n");
    }

    @Test
    void readsBackWhatItWrites() {
        Chance.many(200, chance -> {
            RegistryAppendFile file = new RegistryAppendFile(chance.list(
                    4, () -> new Append("HKEY_" + chance.text(), chance.text(), chance.list(4, chance::text))));

            assertThat(RegistryAppendFile.read(ByteSource.of("a.rga", file.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(file);
        });
    }

    @Test
    void refusesTextsThatNoListCanHold() {
        for (String text : List.of("", "a\nb", "a\0b")) {
            assertThatThrownBy(() -> new Append("K", "N", List.of(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A list of texts cannot hold '" + text + "'");
        }
    }

    private static RegistryAppendFile read(String text) throws IOException {
        return RegistryAppendFile.read(
                ByteSource.of("a.rga", text.getBytes(StandardCharsets.UTF_16LE)), FormatLimits.defaults());
    }
}
