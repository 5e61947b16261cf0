package io.oemingest.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Medians of two pieces of work of the same size that ran in turn, so that both met the same machine. */
public record Duel(double ourCpu, double ourWall, double theirCpu, double theirWall) {
    private static final int MIN_ROUNDS = 3;
    private static final int MAX_ROUNDS = 9;
    /** No further round begins after so many seconds. */
    private static final double PATIENCE = 12;

    private static final double MB = 1e6;

    /** Warms ours up, then runs both in turn. */
    public static Duel of(Cost.Work ours, Cost.Work theirs) throws IOException {
        for (double spent = 0; spent < PATIENCE / 4; ) {
            spent += ours.run().wall();
        }
        List<Cost> our = new ArrayList<>();
        List<Cost> their = new ArrayList<>();
        double spent = 0;
        while (our.size() < MIN_ROUNDS || (spent < PATIENCE && our.size() < MAX_ROUNDS)) {
            our.add(ours.run());
            their.add(theirs.run());
            spent +=
                    our.get(our.size() - 1).wall() + their.get(their.size() - 1).wall();
        }
        return new Duel(
                Cost.median(our, Cost::cpu),
                Cost.median(our, Cost::wall),
                Cost.median(their, Cost::cpu),
                Cost.median(their, Cost::wall));
    }

    /** How many times as fast as theirs ours is, by processor time. */
    public double ratio() {
        return theirCpu / ourCpu;
    }

    /** A line of text for work on so many bytes: speeds by processor time, and the ratio by that and by the clock. */
    public String line(String what, String peer, long bytes) {
        return String.format(
                Locale.ROOT,
                "%-28s ours %7.1f MB/s   %-10s %7.1f MB/s   ratio %.2f (by the clock %.2f)",
                what,
                bytes / MB / ourCpu,
                peer,
                bytes / MB / theirCpu,
                ratio(),
                theirWall / ourWall);
    }
}
