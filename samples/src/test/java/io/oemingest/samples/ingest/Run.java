package io.oemingest.samples.ingest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** One run of {@code ingest} in this JVM: its exit code and what it printed, with line feeds. */
record Run(int exitCode, String out, String err) {
    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Stream.of(arguments)
                .flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.of(each))
                .map(Object::toString)
                .toArray(String[]::new);
        int exitCode = Ingest.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Run(exitCode, text(out), text(err));
    }

    private static String text(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
