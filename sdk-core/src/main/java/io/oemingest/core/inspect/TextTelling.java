package io.oemingest.core.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts that no other inspector knows: their lines are counted. */
final class TextTelling {
    private static final int LARGEST = 1 << 20;

    private TextTelling() {}

    static boolean recognises(Candidate file) throws IOException {
        return file.source().size() > 0 && file.source().size() <= LARGEST && isText(text(file));
    }

    static void tell(Candidate file, Facts facts) throws IOException {
        String text = text(file);
        facts.put("lines", text.lines().count()).put("ascii", text.chars().allMatch(each -> each < 0x80));
    }

    private static String text(Candidate file) throws IOException {
        byte[] bytes = file.source().readAll(LARGEST);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "\0"; // what no text has
        }
    }

    private static boolean isText(String text) {
        return text.chars()
                .noneMatch(each -> Character.isISOControl(each) && each != '\t' && each != '\r' && each != '\n');
    }
}
