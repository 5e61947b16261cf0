package io.oemingest.core.submission;

import io.oemingest.core.testing.hostile.HostileReaders;
import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON that lies. */
public final class SubmissionLies {
    private static final int MANY = 100_000;

    private SubmissionLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>();
        for (String reader : List.of("submission-json", "signed-json", "receipt")) {
            all.addAll(about(reader)
                    .number("formatVersion", "\"formatVersion\": #,")
                    .all());
        }
        all.addAll(about("submission-json").number("size", "\"size\": #,").all());
        all.addAll(about("signed-json").number("size", "\"size\": #,").all());
        all.addAll(about("receipt")
                .number("offset", "\"offset\": #,")
                .whole("arrays without end", () -> text("[".repeat(MANY)))
                .whole("objects without end", () -> text("{\"a\":".repeat(MANY)))
                .whole("a text without end", () -> text("{\"" + "x".repeat(MANY)))
                .whole("a number of a hundred thousand digits", () -> text("{\"offset\":" + "9".repeat(MANY) + "}"))
                .whole("half of a pair of characters", () -> text("{\"upload\":\"\\ud800\"}"))
                .whole("a byte that is no UTF-8", () -> new byte[] {'{', '"', (byte) 0xff, '"'})
                .whole(
                        "a key nobody knows, a hundred thousand levels deep",
                        () -> text("{\"x\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}"))
                .all());
        return all;
    }

    private static Lies about(String reader) {
        return Lies.about(reader, HostileReaders.named(reader).makeFixtures().get(0));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
