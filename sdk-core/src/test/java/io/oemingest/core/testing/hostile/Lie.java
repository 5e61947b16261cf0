package io.oemingest.core.testing.hostile;

/**
 * A good file in which one thing is not so.
 *
 * @param reader the name of the {@link HostileReader} that gets it
 * @param field what lies: a field by its name in the specification, or a sentence
 * @param value what it says
 */
public record Lie(String reader, String field, String value, Source bytes) {
    /** Makes the file when it is needed; some are large. */
    @FunctionalInterface
    public interface Source {
        byte[] make();
    }

    @Override
    public String toString() {
        return reader + '\t' + field + '\t' + value;
    }
}
