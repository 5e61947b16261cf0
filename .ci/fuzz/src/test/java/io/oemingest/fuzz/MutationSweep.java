package io.oemingest.fuzz;

import io.oemingest.core.testing.hostile.HostileReader;
import io.oemingest.core.testing.hostile.HostileReaders;
import io.oemingest.core.testing.hostile.Mutations;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes every byte of every fixture to every other value, cuts each off everywhere, and prints a table; ends with an
 * error at the first thing that is neither read nor refused. Takes the arguments of {@link FuzzRun}, the third counts.
 */
public final class MutationSweep {
    private static final int SEEDS = 2_000;

    private MutationSweep() {}

    public static void main(String[] arguments) {
        List<HostileReader> readers = arguments[2].equals("all")
                ? HostileReaders.all()
                : Stream.of(arguments[2].split(",")).map(HostileReaders::named).toList();
        System.out.println(row("reader", "fixtures", "bytes", "accepted", "refused"));
        for (HostileReader reader : readers) {
            Mutations mutations = new Mutations(reader);
            List<byte[]> fixtures = reader.makeFixtures();
            for (byte[] fixture : fixtures) {
                mutations.changeEveryByteToEverything(fixture).truncate(fixture, 1).changeSeveralBytes(fixture, SEEDS);
            }
            int bytes = fixtures.stream().mapToInt(each -> each.length).sum();
            System.out.println(row(reader.name(), fixtures.size(), bytes, mutations.accepted(), mutations.refused()));
        }
    }

    private static String row(Object... cells) {
        return String.format("%-22s %8s %8s %10s %10s", cells);
    }
}
