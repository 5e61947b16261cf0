package io.oemingest.core.validation.report;

import io.oemingest.core.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** The forms in which a report can be written. */
public enum ReportFormat {
    /** For people, without colours. */
    TEXT("text"),
    /** The form that {@link JsonReport} reads back; its schema is {@code ValidationReport} of the ingestion API. */
    JSON("json"),
    /** SARIF 2.1.0, for code-scanning tools. */
    SARIF("sarif"),
    /** JUnit XML, for build servers. */
    JUNIT("junit"),
    /** One HTML page that needs nothing else. */
    HTML("html");

    private final String text;

    ReportFormat(String text) {
        this.text = text;
    }

    /** The spelling on command lines. */
    public String text() {
        return text;
    }

    /** The report in this form, to be stored as UTF-8; the same report gives the same text. */
    public String write(ValidationReport report) {
        return switch (this) {
            case TEXT -> report.toText();
            case JSON -> JsonReport.write(report);
            case SARIF -> SarifReport.write(report);
            case JUNIT -> JunitReport.write(report);
            case HTML -> HtmlReport.write(report);
        };
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
