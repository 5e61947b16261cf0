package io.oemingest.emulator.engine;

/** Answer to a request for a submission; {@code created} is false when the same archive had been submitted before (UPL-10). */
public record SubmissionCreation(Submission submission, boolean created) {}
