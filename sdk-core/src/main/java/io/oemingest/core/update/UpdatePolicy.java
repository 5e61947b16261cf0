package io.oemingest.core.update;

import org.jspecify.annotations.Nullable;

/**
 * How a judge weighs what the documents leave to the service.
 *
 * @param chain what becomes of a request that does not continue the chain (rules RFU-06, RFU-20)
 * @param strict whether what is this project's own reading of contradictory documents refuses, and does not only warn
 */
public record UpdatePolicy(ChainPolicy chain, boolean strict) {
    /** "The service reserves the right to refuse." */
    public enum ChainPolicy {
        REFUSE("Refuse"),
        WARN("Warn"),
        OFF("Off");

        private final String text;

        ChainPolicy(String text) {
            this.text = text;
        }

        /** The spelling on the wire. */
        public String text() {
            return text;
        }

        /** The constant spelled so, or null for an unknown or absent text. */
        public static @Nullable ChainPolicy parseOrNull(@Nullable String text) {
            for (ChainPolicy value : values()) {
                if (value.text.equals(text)) {
                    return value;
                }
            }
            return null;
        }
    }

    public static final UpdatePolicy STRICT = new UpdatePolicy(ChainPolicy.REFUSE, true);
    public static final UpdatePolicy LENIENT = new UpdatePolicy(ChainPolicy.WARN, false);

    /** This policy with another opinion of chains. */
    public UpdatePolicy withChain(ChainPolicy value) {
        return new UpdatePolicy(value, strict);
    }
}
