package io.oemingest.core.update;

import io.oemingest.core.model.CpuType;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import org.jspecify.annotations.Nullable;

/** What an update brings: firmware of the OEM with an operating system, or an operating system alone (rule STA-09). */
public sealed interface UpdatePayload {

    /** The spelling of the original vocabulary. */
    String text();

    /**
     * The difference between two signed images, whoever owns the packages.
     *
     * @param source the image that phones have now; null only where no chain is kept (rules RFU-06, RFU-29)
     */
    record MicrosoftOemMixed(
            SubmissionTicket target, @Nullable SubmissionTicket source) implements UpdatePayload {
        public static final String TEXT = "MicrosoftOemMixed";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** An operating system without firmware of the OEM. */
    record MicrosoftAkOnly(CpuType cpu, UpdateProduct product, FirmwareVersion source, FirmwareVersion target)
            implements UpdatePayload {
        public static final String TEXT = "MicrosoftAKOnly";

        /** Takes the values. @throws IllegalArgumentException if the processor is neither ARM nor x86 (rule AKO-03) */
        public MicrosoftAkOnly {
            if (cpu != CpuType.ARM && cpu != CpuType.X86) {
                throw new IllegalArgumentException("The CPU '" + cpu.text() + "' is not known (rule AKO-03)");
            }
        }

        /** Reads the values as they are typed. @throws IllegalArgumentException naming the rule, for what is missing or cannot be (rules AKO-03 to AKO-06, AKO-10) */
        public static MicrosoftAkOnly parse(
                @Nullable String cpu, @Nullable String product, @Nullable String source, @Nullable String target) {
            CpuType knownCpu = CpuType.parseOrNull(cpu);
            if (knownCpu == null) {
                throw new IllegalArgumentException("The CPU '" + nothing(cpu) + "' is not known (rule AKO-03)");
            }
            UpdateProduct knownProduct = UpdateProduct.parseOrNull(product);
            if (knownProduct == null) {
                throw new IllegalArgumentException("The product '" + nothing(product) + "' is not known (rule AKO-04)");
            }
            return new MicrosoftAkOnly(
                    knownCpu,
                    knownProduct,
                    version("source version", source, "rules AKO-05, AKO-10"),
                    version("target version", target, "rule AKO-05"));
        }

        @Override
        public String text() {
            return TEXT;
        }

        private static FirmwareVersion version(String what, @Nullable String text, String rules) {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException("The request names no " + what + " (" + rules + ")");
            }
            FirmwareVersion version = FirmwareVersion.parseOrNull(text);
            if (version == null) {
                throw new IllegalArgumentException(
                        "The version '" + text + "' is not four numbers with dots between (rule AKO-06)");
            }
            return version;
        }

        private static String nothing(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** What a newer service calls something else. */
    record Unrecognized(String text) implements UpdatePayload {}
}
