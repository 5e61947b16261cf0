package io.oemingest.core.prepare;

import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.validation.ValidationReport;

/** A submission that was read and judged, and not written anywhere. */
public record JudgedSubmission(ReadSubmission submission, ValidationReport report) {}
