package io.oemingest.bench.baseline;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.rules.StandardRules;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An image for 50 phones and operators, judged by the rules about baselines beside the two baselines next to it for each of them. The
 * floor is what nobody can do without: every name of the 100 baselines once into a hash set, in lower case.
 */
public final class BaselineComparison implements Benchmark {
    private static final List<Integer> SIZES = List.of(1_000, 2_000, 5_000, 10_000);
    private static final SubmissionValidator VALIDATOR = new SubmissionValidator(StandardRules.all().stream()
            .filter(each -> each.id().family().equals("WSP"))
            .toList());

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        for (int size : SIZES) {
            SubmissionContents image = History.image(size);
            Duel whole = Duel.of(() -> compare(image, size, true), () -> floor(size));
            Duel alone = Duel.of(() -> compare(image, size, false), () -> floor(size));
            print(out, size, "names to report", whole);
            print(out, size, "rules alone", alone);
        }
    }

    /** The cost of the rules, and of making sets of the names that came in. */
    private static Cost compare(SubmissionContents image, int size, boolean withSets) throws IOException {
        List<List<String>> names = History.names(size);
        KnownBaselines ready = withSets ? KnownBaselines.NONE : History.known(image, names);
        return Cost.of(() -> {
            KnownBaselines known = withSets ? History.known(image, names) : ready;
            ValidationReport report =
                    VALIDATOR.validate(image, ValidationContext.client().withBaselines(known));
            if (!report.findings().isEmpty() || !report.ruleFailures().isEmpty()) {
                throw new IOException("The image fits between its baselines, and yet: " + report.toText());
            }
        });
    }

    private static Cost floor(int size) throws IOException {
        List<List<String>> names = History.names(size);
        return Cost.of(() -> {
            for (List<String> each : names) {
                Set<String> set = new HashSet<>(each.size() * 2);
                each.forEach(name -> set.add(name.toLowerCase(Locale.ROOT)));
                if (set.size() != size) {
                    throw new IOException("Two names are one");
                }
            }
        });
    }

    private static void print(PrintStream out, int size, String what, Duel duel) {
        out.printf(
                Locale.ROOT,
                "%,7d packages x %d baselines, %-16s %.3f s   floor %.3f s   ratio %.2f   %.0f ns a name%n",
                size,
                History.BASELINES,
                what,
                duel.ourCpu(),
                duel.theirCpu(),
                duel.ourCpu() / duel.theirCpu(),
                duel.ourCpu() * 1e9 / size / History.BASELINES);
    }
}
