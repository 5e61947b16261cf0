package io.oemingest.emulator.engine;

import java.time.Instant;

/** When a submission came into a state. */
public record StateChange(SubmissionState state, Instant at) {}
