package io.oemingest.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "Retail, RETAIL",
        "fre, RETAIL",
        "release, RETAIL",
        "CHECKED, CHECKED",
        "chk, CHECKED",
        "Debug, DEBUG",
        "DBG, DEBUG",
        "beta, ",
        ", ",
    })
    void knowsEverySpellingOfABuildType(@Nullable String text, @Nullable BuildType expected) {
        assertThat(BuildType.parseOrNull(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "x86, X86",
        "ARM, ARM",
        "arm64, ARM64",
        "AMD64, AMD64",
        "wow64, WOW64",
        "amd64.x86, WOW64",
        "AMD64_X86, WOW64",
        "arm64.arm, ARM64_ARM",
        "ARM64_ARM, ARM64_ARM",
        "Arm64.X86, ARM64_X86",
        "arm64_x86, ARM64_X86",
        "mips, ",
        ", ",
    })
    void knowsEverySpellingOfAProcessorType(@Nullable String text, @Nullable CpuType expected) {
        assertThat(CpuType.parseOrNull(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(CpuType.class)
    void readsWhatItWritesOfAProcessorType(CpuType type) {
        assertThat(CpuType.parseOrNull(type.text())).isEqualTo(type);
        assertThat(CpuType.parseOrNull(type.cbsText())).isEqualTo(type);
        assertThat(type.cbsText()).isLowerCase();
        assertThat(type.isGuest()).isEqualTo(type.ordinal() >= CpuType.WOW64.ordinal());
    }

    @Test
    void knowsThePackageTypes() {
        assertThat(PackageType.parseOrNull("canonical")).isEqualTo(PackageType.CANONICAL);
        assertThat(PackageType.parseOrNull("Removal")).isEqualTo(PackageType.REMOVAL);
        assertThat(PackageType.parseOrNull("Diff")).isEqualTo(PackageType.DIFF);
        assertThat(PackageType.parseOrNull("Invalid")).isNull();
        for (PackageType type : PackageType.values()) {
            assertThat(PackageType.parseOrNull(type.text())).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource(BuildType.class)
    void readsWhatItWritesOfABuildType(BuildType type) {
        assertThat(BuildType.parseOrNull(type.text())).isEqualTo(type);
    }
}
