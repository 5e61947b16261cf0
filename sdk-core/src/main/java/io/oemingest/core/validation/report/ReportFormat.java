package io.oemingest.core.validation.report;

import io.oemingest.core.validation.ValidationReport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms in which a report can be written. */
public enum ReportFormat {
    /** For people, without colours. */
    TEXT("text", ValidationReport::toText),
    /** The form that {@link JsonReport} reads back; its schema is {@code ValidationReport} of the ingestion API. */
    JSON("json", JsonReport::write),
    /** SARIF 2.1.0, for code-scanning tools. */
    SARIF("sarif", SarifReport::write),
    /** JUnit XML, for build servers. */
    JUNIT("junit", JunitReport::write),
    /** One HTML page that needs nothing else. */
    HTML("html", HtmlReport::write);

    private final String text;
    private final Function<ValidationReport, String> writer;

    ReportFormat(String text, Function<ValidationReport, String> writer) {
        this.text = text;
        this.writer = writer;
    }

    /** The spelling on command lines. */
    public String text() {
        return text;
    }

    /** The report in this form, to be stored as UTF-8; the same report gives the same text. */
    public String write(ValidationReport report) {
        return writer.apply(report);
    }

    /** The form spelled so, or null for an unknown or absent text. */
    public static @Nullable ReportFormat parseOrNull(@Nullable String text) {
        for (ReportFormat value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        return null;
    }
}
