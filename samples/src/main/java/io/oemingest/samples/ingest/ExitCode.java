package io.oemingest.samples.ingest;

import io.oemingest.core.proof.FileVerification;

/** What the program answers to the shell; the numbers are a promise, see {@code ingest --help}. */
final class ExitCode {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int STILL_RUNNING = 4;
    static final int NO_ANSWER = 5;
    static final int FAULT = 70;
    static final int STOPPED = 130;

    private ExitCode() {}

    static int of(FileVerification.Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> OK;
            case REFUSED -> REFUSED;
            case UNREADABLE -> UNREADABLE;
        };
    }
}
