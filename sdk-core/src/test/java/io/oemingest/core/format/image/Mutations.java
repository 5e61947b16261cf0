package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.fail;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;

/** Changes one byte of a document at a time. */
final class Mutations {
    private static final String REPLACEMENTS = "\0<>\"0-\u00ff";

    private Mutations() {}

    @FunctionalInterface
    interface Reader {
        Object read(ByteSource source, FormatLimits limits) throws IOException;
    }

    /** Reads every mutation; returns how many were refused. Anything but a value or a refusal fails the test. */
    static int refusals(byte[] document, Reader reader) {
        int refused = 0;
        for (int i = 0; i < document.length; i++) {
            byte good = document[i];
            for (char replacement : REPLACEMENTS.toCharArray()) {
                document[i] = (byte) replacement;
                refused += refuses(document, reader) ? 1 : 0;
            }
            for (int bit = 0; bit < 8; bit++) {
                document[i] = (byte) (good ^ 1 << bit);
                refused += refuses(document, reader) ? 1 : 0;
            }
            document[i] = good;
        }
        return refused;
    }

    private static boolean refuses(byte[] document, Reader reader) {
        try {
            reader.read(ByteSource.of("mutated", document), FormatLimits.defaults());
            return false;
        } catch (MalformedFileException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            return fail("a changed byte must end in a value or a refusal", e);
        }
    }
}
