package io.oemingest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/** What a program printed on standard output. */
record Output(String text) {
    /** A main program that may fail. */
    @FunctionalInterface
    interface Program {
        void run() throws Exception;
    }

    static Output of(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return new Output(printed.toString(UTF_8));
    }

    /** The first words of the lines that begin a step; consecutive equal ones count once. */
    List<String> steps() {
        List<String> words = text.lines()
                .filter(line -> !line.isBlank() && line.charAt(0) != ' ' && line.charAt(0) != '=')
                .map(line -> line.split(" +", 2)[0])
                .toList();
        return IntStream.range(0, words.size())
                .filter(i -> i == 0 || !words.get(i).equals(words.get(i - 1)))
                .mapToObj(words::get)
                .toList();
    }

    /** The rest of the only line that begins with this step. */
    String of(String step) {
        List<String> found = text.lines()
                .filter(line -> line.startsWith(step + " "))
                .map(line -> line.substring(step.length()).strip())
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " lines begin with " + step + ":\n" + text);
        }
        return found.get(0);
    }
}
