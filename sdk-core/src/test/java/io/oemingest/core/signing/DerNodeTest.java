package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerNodeTest {
    private static final Location WHERE = Location.ofPart("a.cat", "catalog");

    @Test
    void readsFieldsInOrder() throws Exception {
        DerFields fields = parse("30 0c 02 01 05 06 03 2a 03 04 04 02 ca fe").fields("Example");
        assertThat(fields.next("number").integer("number").intValue()).isEqualTo(5);
        assertThat(fields.next("kind").oid("kind")).isEqualTo("1.2.3.4");
        assertThat(fields.optional(DerNode.NULL)).isNull();
        assertThat(fields.next("bytes").octets("bytes")).containsExactly(0xca, 0xfe);
        fields.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                     | a.cat (catalog) at offset 0: ends inside an element's header",
                "30 80 00 00            | a.cat (catalog) at offset 0: has a length that DER does not allow",
                "30 85 00 00 00 00 01 00| a.cat (catalog) at offset 0: has a length that DER does not allow",
                "04 81 01 00            | a.cat (catalog) at offset 0: has a length that is not the shortest form",
                "04 82 00 80            | a.cat (catalog) at offset 0: has a length that is not the shortest form",
                "30 03 04 02 01         | a.cat (catalog) at offset 2: is longer than what holds it",
                "30 84 ff ff ff ff      | a.cat (catalog) at offset 0: is longer than what holds it",
                "30 02 1f 00            | a.cat (catalog) at offset 2: has a tag number above 30",
                "30 00 00               | a.cat (catalog) at offset 0: has 1 bytes after its end"
            })
    void refusesWhatIsNotStrictDer(String hex, String message) {
        assertThatThrownBy(() -> parse(hex))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02 00       | number is not in the shortest form",
                "02 02 00 7f | number is not in the shortest form",
                "02 02 ff 80 | number is not in the shortest form",
                "04 01 05    | should be number with tag 02, its tag is 04"
            })
    void refusesIntegersThatAreNotTheShortest(String hex, String problem) throws Exception {
        DerNode node = parse(hex);
        assertThatThrownBy(() -> node.integer("number")).hasMessageEndingWith(": " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06 00             | kind is not an object identifier",
                "06 02 2a 83       | kind is not an object identifier",
                "06 03 2a 80 01    | kind is not an object identifier",
                "06 0b 2a ff ff ff ff ff ff ff ff ff 7f | kind is not an object identifier"
            })
    void refusesBrokenIdentifiers(String hex, String problem) throws Exception {
        DerNode node = parse(hex);
        assertThatThrownBy(() -> node.oid("kind")).hasMessageEndingWith(": " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 0d 32 36 31 31 32 32 30 36 31 36 30 30 5a | 2026-11-22T06:16:00Z",
                "17 0d 35 30 30 31 30 31 30 30 30 30 30 30 5a | 1950-01-01T00:00:00Z",
                "18 11 32 30 32 36 31 31 32 32 30 36 31 36 30 30 2e 35 5a | 2026-11-22T06:16:00.500Z"
            })
    void readsTimes(String hex, String expected) throws Exception {
        assertThat(DerValues.time(parse(hex), "time")).hasToString(expected);
    }

    @Test
    void refusesATimeThatIsNone() throws Exception {
        DerNode node = parse("17 0d 32 36 31 33 32 32 30 36 31 36 30 30 5a");
        assertThatThrownBy(() -> DerValues.time(node, "thisUpdate"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cat (catalog) at offset 0: thisUpdate is not a time");
    }

    @Test
    void refusesADeepNest() {
        byte[] bytes = nest(100);
        assertThatThrownBy(() -> DerNode.parse(bytes, WHERE))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cat (catalog) at offset 164: is nested deeper than 64 levels");
    }

    @Test
    void refusesAnIdentifierOfAMegabyte() throws Exception {
        byte[] bytes = new byte[5 + (1 << 20)];
        Arrays.fill(bytes, (byte) 0x01);
        System.arraycopy(HexFormat.of().parseHex("0683100000"), 0, bytes, 0, 5);
        DerNode node = DerNode.parse(bytes, WHERE);
        assertThatThrownBy(() -> node.oid("kind"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cat (catalog) at offset 0: kind is not an object identifier");
    }

    private static byte[] nest(int levels) {
        byte[] inner = {};
        for (int level = 0; level < levels; level++) {
            ByteArrayOutputStream outer = new ByteArrayOutputStream();
            outer.write(DerNode.SEQUENCE);
            if (inner.length > 0x7f) {
                outer.write(0x81);
            }
            outer.write(inner.length);
            outer.writeBytes(inner);
            inner = outer.toByteArray();
        }
        return inner;
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(4711);
        int refused = 0;
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                DerNode.parse(bytes, WHERE);
            } catch (MalformedFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(15_000, 20_000);
    }

    private static DerNode parse(String hex) throws MalformedFileException {
        return DerNode.parse(HexFormat.of().parseHex(hex.replace(" ", "")), WHERE);
    }
}
