package io.oemingest.core.internal.json;

import java.io.IOException;

/** Carries the path that was current when a value was refused; the reader's own path has moved on by the time it is caught. */
final class JsonRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    JsonRefusal(String path, String problem) {
        super(path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    String path() {
        return path;
    }

    String problem() {
        return problem;
    }
}
