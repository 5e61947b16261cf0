package io.oemingest.core.submission;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;

/**
 * What a submission is declared to be.
 *
 * @param baseline whether later images are to be compared with it; for images only (rule INI-15)
 */
public record SubmissionKind(SubmissionType type, SubmissionContext context, ProductType product, boolean baseline) {}
