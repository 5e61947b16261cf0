package io.oemingest.core.model;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The processor that the code of a package is for; guest types run on a processor of another kind. */
public enum CpuType {
    X86("X86"),
    ARM("ARM"),
    ARM64("ARM64"),
    AMD64("AMD64"),
    /** X86 code on AMD64. */
    WOW64("WOW64"),
    /** ARM code on ARM64. */
    ARM64_ARM("ARM64.ARM"),
    /** X86 code on ARM64. */
    ARM64_X86("ARM64.X86");

    private static final Map<String, CpuType> SPELLINGS = Map.of(
            "x86",
            X86,
            "arm",
            ARM,
            "arm64",
            ARM64,
            "amd64",
            AMD64,
            "wow64",
            WOW64,
            "amd64.x86",
            WOW64,
            "arm64.arm",
            ARM64_ARM,
            "arm64.x86",
            ARM64_X86);

    private final String text;

    CpuType(String text) {
        this.text = text;
    }

    /** The spelling of {@code man.dsm.xml}. */
    public String text() {
        return text;
    }

    /** The spelling of {@code update.mum}. */
    public String cbsText() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether the code runs as a guest on a processor of another kind. */
    public boolean isGuest() {
        return this == WOW64 || this == ARM64_ARM || this == ARM64_X86;
    }

    /** The constant of this or another of its spellings, ignoring case, or null for an unknown or absent text. */
    public static @Nullable CpuType parseOrNull(@Nullable String text) {
        return text == null ? null : SPELLINGS.get(text.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
}
