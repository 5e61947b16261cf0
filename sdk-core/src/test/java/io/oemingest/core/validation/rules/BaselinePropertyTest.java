package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.validation.ValidationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories and images: the rules say what a slow comparison of every name with every other one says. */
class BaselinePropertyTest {
    private static final Set<String> COMPARED = Set.of("WSP-06", "WSP-07", "WSP-10", "WSP-11");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyMissingPackageIsFoundAndNoOther(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> seen = new HashMap<>();
        for (int run = 0; run < 60; run++) {
            Case made = new Case(random);
            Set<String> found = found(made.image);
            assertThat(found).as("seed %s, run %s", seed, run).isEqualTo(made.expected());
            found.forEach(each -> seen.merge(each.substring(0, 6), 1, Integer::sum));
        }
        assertThat(seen).as("every rule had its cases").containsOnlyKeys(COMPARED);
    }

    /** Rule, baseline and the missing names in lower case, of every comparison that fails. */
    private static Set<String> found(JudgedImage image) {
        return image.report(ValidationContext.service()).findings().stream()
                .filter(each -> COMPARED.contains(each.rule().text()))
                .map(each -> each.rule() + " " + each.evidence().get("baseline") + " "
                        + names(each.message().replaceFirst("(?s).*?: (.*?)\\. Not compliant.*", "$1")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String list) {
        return new TreeSet<>(List.of(list.toLowerCase(Locale.ROOT).split(", ")));
    }

    /** An image and a history of one phone, and of another one that must not matter. */
    private static final class Case {
        private final FirmwareVersion version;
        private final List<String> own;
        private final boolean baseline;
        private final JudgedImage image;

        Case(Random random) {
            version = new FirmwareVersion(1 + random.nextInt(6), 0, 0, 0);
            own = someNames(random, 7);
            baseline = random.nextBoolean();
            JudgedImage made = JudgedImage.of(version.toString(), own.toArray(String[]::new));
            for (int i = 0; i < random.nextInt(5); i++) {
                made.after("OWN00" + i, (1 + i + random.nextInt(2)) + ".0." + i + ".0", array(random));
                made.after(JudgedImage.FRANCE, "OTHER" + i, (1 + random.nextInt(6)) + ".0.0.0", array(random));
            }
            image = baseline ? made.asBaseline() : made;
        }

        private static String[] array(Random random) {
            return someNames(random, 5).toArray(String[]::new);
        }

        private static List<String> someNames(Random random, int many) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                if (random.nextInt(8) < many) {
                    names.add(random.nextBoolean() ? "Name" + i : "nAME" + i);
                }
            }
            return names;
        }

        Set<String> expected() {
            List<Baseline> history = image.history().stream()
                    .filter(each -> each.pairing().equals(JudgedImage.GERMANY))
                    .toList();
            Baseline lower = null;
            Baseline higher = null;
            for (Baseline each : history) {
                int order = each.version().compareTo(version);
                if (order < 0 && (lower == null || each.version().compareTo(lower.version()) > 0)) {
                    lower = each;
                }
                if (order > 0 && (higher == null || each.version().compareTo(higher.version()) < 0)) {
                    higher = each;
                }
            }
            String rule = higher == null ? (baseline ? "WSP-07" : "WSP-06") : (baseline ? "WSP-11" : "WSP-10");
            Set<String> expected = new TreeSet<>();
            add(
                    expected,
                    rule,
                    lower,
                    lower == null ? List.of() : lacking(lower.packages().names(), full(own)));
            add(
                    expected,
                    rule,
                    higher,
                    higher == null
                            ? List.of()
                            : lacking(full(own), higher.packages().names()));
            return expected;
        }

        private static void add(Set<String> expected, String rule, Baseline baseline, List<String> lacking) {
            if (!lacking.isEmpty()) {
                expected.add(rule + " " + baseline.label() + " " + names(String.join(", ", lacking)));
            }
        }

        private static List<String> full(List<String> names) {
            List<String> full = new ArrayList<>();
            names.forEach(each -> full.add("Contoso.BASE.Phone." + each));
            full.add("Contoso.DEMO.Germany");
            return full;
        }

        private static List<String> lacking(List<String> needed, List<String> present) {
            List<String> lacking = new ArrayList<>();
            for (String each : needed) {
                boolean there = false;
                for (String other : present) {
                    there |= other.equalsIgnoreCase(each);
                }
                if (!there) {
                    lacking.add(each);
                }
            }
            return lacking;
        }
    }
}
