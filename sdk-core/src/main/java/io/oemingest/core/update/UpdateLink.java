package io.oemingest.core.update;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import org.jspecify.annotations.Nullable;

/** A request from image to image that there is already for a phone and operator: a link of its chain of updates. */
public record UpdateLink(
        RequestForUpdateTicket ticket,
        UpdateType type,
        @Nullable SubmissionTicket source,
        SubmissionTicket target,
        UpdateStage stage) {}
