package io.oemingest.samples.ingest;

import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From which weight on a report is a failure for a script. */
enum FailOn {
    ERROR(Severity.BLOCK),
    WARNING(Severity.WARN),
    INFO(Severity.INFO);

    private final Severity lightest;

    FailOn(Severity lightest) {
        this.lightest = lightest;
    }

    /** Whether the report is not acceptable, or has a finding of this weight or a greater one; waived ones do not count. */
    boolean fails(ValidationReport report) {
        return !report.acceptable()
                || Arrays.stream(Severity.values())
                        .filter(each -> each.compareTo(lightest) <= 0)
                        .anyMatch(each -> report.count(each) > 0);
    }

    /** Reads the names in small letters. */
    static final class Converter implements ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String text) {
            return Arrays.stream(values())
                    .filter(each -> name(each).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Arrays.stream(values()).map(Converter::name).collect(Collectors.joining(", "))));
        }

        private static String name(FailOn value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }
}
