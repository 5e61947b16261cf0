package io.oemingest.samples.ingest;

import io.oemingest.core.validation.report.ReportFormat;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Forms of reports on the command line. */
final class ReportFormatConverter implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String text) {
        ReportFormat format = ReportFormat.parseOrNull(text);
        if (format == null) {
            String known =
                    Arrays.stream(ReportFormat.values()).map(ReportFormat::text).collect(Collectors.joining(", "));
            throw new TypeConversionException("'" + text + "' is none of " + known);
        }
        return format;
    }
}
