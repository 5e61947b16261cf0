package io.oemingest.emulator.engine;

import io.oemingest.core.model.ReasonCode;

/** Why a submission has failed for good. */
public record SubmissionFailure(ReasonCode reason, String detail) {}
