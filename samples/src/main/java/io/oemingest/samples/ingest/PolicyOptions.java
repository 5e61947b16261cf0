package io.oemingest.samples.ingest;

import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationPolicy;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.Waiver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How findings are weighed on this machine. */
final class PolicyOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileConverter.class,
            description = "How findings are weighed: standard (default), strict, lenient, legacy-wp81 or test;"
                    + " 'ingest rules show ID' tells the differences.")
    private ValidationProfile profile = ValidationProfile.STANDARD;

    @Option(
            names = "--waive",
            paramLabel = "ID=REASON",
            converter = RuleIdConverter.class,
            description = "Findings of this rule do not count, and the report keeps them with the reason;"
                    + " may be repeated. Standard rules (STD) cannot be waived.")
    private Map<RuleId, String> waivers = new LinkedHashMap<>();

    @Option(
            names = "--waived-by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Whose decision the waivers are (default: ${DEFAULT-VALUE}).")
    private String waivedBy = "";

    /** What the options say. @throws IllegalArgumentException if a rule cannot be waived, or a reason is blank */
    ValidationPolicy policy() {
        Instant now = InstantSource.system().instant();
        return new ValidationPolicy(
                profile,
                waivers.entrySet().stream()
                        .map(each -> new Waiver(each.getKey(), null, each.getValue(), waivedBy, now))
                        .toList());
    }
}
