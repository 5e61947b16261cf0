package io.oemingest.core.format.cabinet;

/** Packed data that cannot be unpacked; the stream that knows the place turns it into a MalformedFileException. */
final class CorruptDataException extends Exception {
    private static final long serialVersionUID = 1L;

    CorruptDataException(String problem) {
        super(problem);
    }

    CorruptDataException(String problem, Throwable cause) {
        super(problem, cause);
    }

    /** What is wrong, as a sentence without the place. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
