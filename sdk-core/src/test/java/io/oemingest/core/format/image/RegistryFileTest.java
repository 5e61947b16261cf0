package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFileTest {
    private static final String HEADER = "Windows Registry Editor Version 5.00\r\n";
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\Test";

    @Test
    void readsEveryKindOfValue() throws IOException {
        String text = HEADER
                + "[" + KEY + "]\r\n"
                + "@=\"default\"\r\n"
                + "\"Text\"=\"C:\\\\a \\\"b\\\" = c\"\r\n"
                + ";Value:%systemroot%\r\n"
                + "\"Expand\"=hex(2):25,00,61,00,\\\r\n"
                + "  25,00,00,00\r\n"
                + "\"Multi\"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00\r\n"
                + "\"Number\"=dword:0000002A\r\n"
                + "\"Binary\"=hex:01,FF\r\n"
                + "\"Long\"=hex(b):01,00,00,00,00,00,00,00\r\n"
                + "\"Gone\"=-\r\n"
                + "\r\n"
                + "[-HKEY_LOCAL_MACHINE\\SYSTEM\\Gone]\r\n"
                + "[" + KEY + "\\Sub]\r\n"
                + "\"With \\\"quotes\\\"\"=\"\"";

        assertThat(read(text))
                .containsExactly(
                        RegistryValue.text(KEY, "", "default"),
                        RegistryValue.text(KEY, "Text", "C:\\a \"b\" = c"),
                        new RegistryValue(KEY, "Expand", "REG_EXPAND_SZ", "%a%"),
                        new RegistryValue(KEY, "Multi", "REG_MULTI_SZ", "a\nbc"),
                        new RegistryValue(KEY, "Number", "REG_DWORD", "0000002a"),
                        new RegistryValue(KEY, "Binary", "REG_BINARY", "01ff"),
                        new RegistryValue(KEY, "Long", "REG_QWORD", "0100000000000000"),
                        RegistryValue.text(KEY + "\\Sub", "With \"quotes\"", ""));
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        List<RegistryValue> values = List.of(
                RegistryValue.text(KEY, "", "default"),
                RegistryValue.text(KEY, "Path\\\"", "C:\\x\\"),
                new RegistryValue(KEY, "Expand", "REG_EXPAND_SZ", "%systemroot%\\a long value that must be wrapped"),
                new RegistryValue(KEY + "\\Sub", "Multi", "REG_MULTI_SZ", "a\nbc"),
                new RegistryValue(KEY, "Number", "REG_DWORD", "0000002a"),
                new RegistryValue(KEY, "Binary", "REG_BINARY", "01ff".repeat(40)),
                new RegistryValue(KEY, "Long", "REG_QWORD", "0100000000000000"));

        byte[] written = new RegistryFile(values).toBytes();

        assertThat(RegistryFile.read(ByteSource.of("a.reg", written), FormatLimits.defaults())
                        .values())
                .isEqualTo(values);
        assertThat(new String(written, StandardCharsets.UTF_16LE).lines())
                .startsWith("\ufeffWindows Registry Editor Version 5.00", "[" + KEY + "]", "@=\"default\"")
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void readsAHexadecimalNumberByItsBytesLikeADword() throws IOException {
        assertThat(read(HEADER + "[" + KEY + "]\r\n\"a\"=hex(4):2a,01,00,80"))
                .containsExactly(new RegistryValue(KEY, "a", "REG_DWORD", "8000012a"));
        assertThatThrownBy(() -> read(HEADER + "[" + KEY + "]\r\n\"a\"=hex(4):2a,00"))
                .hasMessage("a.reg:3:5: the data of 'a' is neither text, dword nor hex");
    }

    @Test
    void readsBackNamesWithCommasAndTextsWithLineBreaks() throws IOException {
        List<RegistryValue> values = List.of(
                new RegistryValue(KEY, "a,b,".repeat(19), "REG_BINARY", "01ff".repeat(9)),
                new RegistryValue(KEY, "a,b,".repeat(30), "REG_BINARY", "01ff".repeat(50)),
                RegistryValue.text(KEY, "Lines", "one\r\ntwo\n"));

        byte[] written = new RegistryFile(values).toBytes();

        assertThat(read(written)).isEqualTo(values);
    }

    @Test
    void refusesAListOfTextsOfWhichOneHasALineBreak() {
        assertThatThrownBy(() -> read(HEADER + "[" + KEY + "]\r\n\"a\"=hex(7):61,00,0a,00,00,00,00,00"))
                .hasMessage("a.reg:3:5: the data of 'a' is neither text, dword nor hex");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [HKLM|a.reg:2:5: the key has no closing ']'
                    "a"="b"|a.reg:2:1: a value stands before the first key
                    [K];"a|a.reg:3:1: a value is not of the form "name"=data
                    [K];"a""b"|a.reg:3:4: a value is not of the form "name"=data
                    [K];a=b|a.reg:3:1: a value is not of the form "name"=data
                    [K];"a"="b|a.reg:3:5: the text of 'a' has no closing quotation mark
                    [K];"a"="b"c|a.reg:3:5: the text of 'a' has no closing quotation mark
                    [K];"a"=dword:123456789|a.reg:3:5: the data of 'a' is neither text, dword nor hex
                    [K];"a"=hex(f):00|a.reg:3:5: the data of 'a' is neither text, dword nor hex
                    [K];"a"=hex:0|a.reg:3:5: the data of 'a' is neither text, dword nor hex
                    """)
    void pointsAtABrokenLine(String lines, String message) {
        assertThatThrownBy(() -> read(HEADER + lines.replace(";", "\r\n")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void refusesOtherTextAndOtherEncodings() {
        assertThatThrownBy(() -> read("REGEDIT4\r\n"))
                .hasMessage("a.reg:1:1: the first line is not 'Windows Registry Editor Version 5.00'");
        assertThatThrownBy(() -> read(HEADER.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("a.reg: does not begin with the byte order mark of UTF-16LE");
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xd8, 0x41, 0x00}))
                .hasMessage("a.reg:1:1: is not UTF-16LE text");
        assertThatThrownBy(() -> RegistryFile.read(
                        ByteSource.of("a.reg", new byte[11]),
                        FormatLimits.defaults().withMaxInMemory(10)))
                .hasMessage("a.reg: has 11 bytes, at most 10 are allowed");
    }

    @Test
    void refusesMoreValuesThanTheLimit() {
        byte[] two = ("\ufeff" + HEADER + "[K]\r\n\"a\"=\"\"\r\n\"b\"=\"\"").getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> RegistryFile.read(
                        ByteSource.of("a.reg", two), FormatLimits.defaults().withMaxMembers(1)))
                .hasMessage("a.reg:4:1: a registry file has at most 1 values");
    }

    private static List<RegistryValue> read(String text) throws IOException {
        return read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    private static List<RegistryValue> read(byte[] bytes) throws IOException {
        return RegistryFile.read(ByteSource.of("a.reg", bytes), FormatLimits.defaults())
                .values();
    }
}
