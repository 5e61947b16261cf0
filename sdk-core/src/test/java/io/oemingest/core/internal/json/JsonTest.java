package io.oemingest.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class JsonTest {
    private static final String MARKS = "{}[],:\"0e.n";

    public record Part(String name, long size) {
        public Part {
            if (size < 0) {
                throw new IllegalArgumentException("a size is not negative: " + size);
            }
        }
    }

    public record Whole(
            String title,
            @Nullable Instant at,
            @Nullable Integer count,
            @Nullable Boolean done,
            @Nullable List<Part> parts,
            @Nullable Map<String, Long> sums) {}

    record Hidden(String name) {}

    public record ManyNulls(@Nullable String one, @Nullable List<String> texts) {}

    @Test
    void writesComponentsInOrderAndReadsThemBack() throws MalformedFileException {
        Map<String, Long> sums = new LinkedHashMap<>();
        sums.put("z", 9_223_372_036_854_775_807L);
        sums.put("a", -1L);
        Whole whole = new Whole(
                "Zürich \"1\"", Instant.parse("2026-11-22T06:16:00Z"), 3, true, List.of(new Part("p", 5)), sums);

        String text = Json.write(whole);

        assertThat(text)
                .isEqualTo("{\"title\":\"Zürich \\\"1\\\"\",\"at\":\"2026-11-22T06:16:00Z\",\"count\":3,\"done\":true,"
                        + "\"parts\":[{\"name\":\"p\",\"size\":5}],\"sums\":{\"z\":9223372036854775807,\"a\":-1}}");
        assertThat(Json.read(Whole.class, text, "whole.json")).isEqualTo(whole);
    }

    @Test
    void leavesNullComponentsOut() {
        assertThat(Json.write(new ManyNulls(null, List.of()))).isEqualTo("{\"texts\":[]}");
    }

    @Test
    void indentsForPeople() {
        assertThat(Json.writeIndented(new ManyNulls("x", null))).isEqualTo("{\n  \"one\": \"x\"\n}\n");
    }

    @Test
    void skipsUnknownKeysOfAnyKind() throws MalformedFileException {
        String text = "{\"new\":{\"a\":[1,{\"b\":null}]},\"name\":\"p\",\"more\":\"x\",\"size\":1}";
        assertThat(Json.read(Part.class, text, "part.json")).isEqualTo(new Part("p", 1));
    }

    @Test
    void readsExplicitNullWhereNullIsAllowed() throws MalformedFileException {
        assertThat(Json.read(ManyNulls.class, "{\"one\":null}", "x")).isEqualTo(new ManyNulls(null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'title':'a','parts':[{'name':'b'}]} | $.parts[0] | lacks 'size'",
                "{'count':1} | $ | lacks 'title'",
                "{'title':null} | $.title | must not be null",
                "{'title':'a','parts':[null]} | $.parts[0] | must not be null",
                "{'title':'a','title':'b'} | $.title | is given twice",
                "{'title':'a','x':{'y':1,'y':2}} | $.x.y | is given twice",
                "{'title':'a','sums':{'y':1,'y':2}} | $.sums.y | is given twice",
                "{'title':1} | $.title | should be string, is number",
                "{'title':'a','parts':{}} | $.parts | should be a list, is an object",
                "{'title':'a','done':'true'} | $.done | should be boolean, is string",
                "{'title':'a','count':'12'} | $.count | should be number, is string",
                "{'title':'a','count':1.0} | $.count | is not a whole number in range: 1.0",
                "{'title':'a','count':1e3} | $.count | is not a whole number in range: 1e3",
                "{'title':'a','count':2147483648} | $.count | is out of range: 2147483648",
                "{'title':'a','sums':{'q':9223372036854775808}} | $.sums.q | is not a whole number in range: 9223372036854775808",
                "{'title':'a','parts':[{'name':'b','size':-1}]} | $.parts[0] | a size is not negative: -1",
                "{'title':'a','at':'2026-02-30T00:00:00Z'} | $.at | is not a time that exists: 2026-02-30T00:00:00Z",
                "{'title':'a','at':'22.11.2026'} | $.at | is not a time as in RFC 3339",
                "{'title':'a' | $.title | ends too early",
                "{'title':'a'} x | $ | is not JSON",
                "{'title':'a'}{} | $ | is not JSON",
                "{'title':a} | $.title | is not JSON",
                "[] | $ | should be an object, is a list",
                " | $ | ends too early",
            })
    void refusesWithPathAndReason(@Nullable String json, String path, String problem) {
        String text = json == null ? "" : json.replace('\'', '"');
        assertThatThrownBy(() -> Json.read(Whole.class, text, "whole.json"))
                .isInstanceOfSatisfying(MalformedFileException.class, e -> {
                    assertThat(e.location()).isEqualTo(Location.ofPart("whole.json", path));
                    assertThat(e.problem()).isEqualTo(problem);
                })
                .hasMessage("whole.json (" + path + "): " + problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300, 100_000})
    void refusesDeepNestingInWhatItSkips(int depth) {
        String text = "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        assertThatThrownBy(() -> Json.read(Part.class, text, "deep.json"))
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        e -> assertThat(e.problem()).isEqualTo("is nested more than 64 deep"));
    }

    @Test
    void refusesMoreBytesThanAllowedAndReadsExactlyAsMany() throws IOException {
        byte[] bytes = "{\"name\":\"p\",\"size\":1}".getBytes(StandardCharsets.UTF_8);
        FormatLimits enough = FormatLimits.defaults().withMaxInMemory(bytes.length);
        FormatLimits little = FormatLimits.defaults().withMaxInMemory(bytes.length - 1);

        assertThat(Json.read(Part.class, new ByteArrayInputStream(bytes), "p", enough))
                .isEqualTo(new Part("p", 1));
        assertThatThrownBy(() -> Json.read(Part.class, new ByteArrayInputStream(bytes), "p", little))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("p: is larger than the 20 bytes allowed");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "{\"name\":\"ü\",\"size\":1}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Json.read(Part.class, new ByteArrayInputStream(latin), "p", FormatLimits.defaults()))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("p: is not UTF-8");
    }

    @Test
    void readsTimesWithAnOffsetAsTheSameInstant() throws MalformedFileException {
        Whole whole = Json.read(Whole.class, "{\"title\":\"a\",\"at\":\"2026-11-22T07:16:00.5+01:00\"}", "x");
        assertThat(whole.at()).isEqualTo(Instant.parse("2026-11-22T06:16:00.5Z"));
    }

    @Test
    void refusesToCarryARecordThatIsNotPublic() {
        assertThatThrownBy(() -> Json.write(new Hidden("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("Hidden must be public to travel as JSON");
    }

    @Test
    void refusesToWriteAListWithANullElement() {
        ManyNulls record = new ManyNulls(null, Arrays.asList("x", null));
        assertThatThrownBy(() -> Json.write(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A value is missing at $.texts[1]");
    }

    /** Whatever happens to a document, it is read or refused with its place. The seed is in the test's name. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsOrRefusesWhateverDamageIsDone(long seed) {
        Random random = new Random(seed);
        String sound = Json.write(
                new Whole("t", Instant.EPOCH, -1, true, List.of(new Part("p", 5), new Part("q", 6)), Map.of("k", 1L)));
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = sound.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) {
                char mark = MARKS.charAt(random.nextInt(MARKS.length()));
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : mark);
            }
            int length = random.nextInt(10) == 0 ? random.nextInt(damaged.length) : damaged.length;
            ByteArrayInputStream content = new ByteArrayInputStream(damaged, 0, length);
            try {
                assertThat(Json.read(Whole.class, content, "damaged", FormatLimits.defaults()))
                        .isNotNull();
            } catch (IOException e) {
                assertThat(e)
                        .as(new String(damaged, StandardCharsets.ISO_8859_1))
                        .isInstanceOf(MalformedFileException.class);
            }
        }
    }

    @Test
    void writesPlainValuesWithoutARecord() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("b", "text\u001b");
        object.put("a", 1L);
        object.put("list", List.of(true, Map.of("x", 2L)));

        assertThat(Json.writeIndented(object)).isEqualTo("""
                {
                  "b": "text\\u001b",
                  "a": 1,
                  "list": [
                    true,
                    {
                      "x": 2
                    }
                  ]
                }
                """);
        assertThatThrownBy(() -> Json.writeIndented(Map.of("a", 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No plain value at $.a: class java.lang.Double");
    }

    @Test
    void tellsTheMembersOfAnObjectByTheSameRules() throws IOException {
        assertThat(memberNames("{\"b\":{\"x\":[1,{}]},\"a\":null}")).containsExactly("b", "a");
        assertThatThrownBy(() -> memberNames("{\"b\":{\"x\":1,\"x\":2}}")).hasMessage("a.json ($.b.x): is given twice");
        assertThatThrownBy(() -> memberNames("[]")).hasMessage("a.json ($): should be an object, is a list");
        assertThatThrownBy(() -> memberNames("{} {}")).isInstanceOf(MalformedFileException.class);
    }

    private static Set<String> memberNames(String text) throws IOException {
        return Json.memberNames(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.json", FormatLimits.defaults());
    }
}
