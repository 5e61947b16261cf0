package io.oemingest.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PackageNamesTest {
    /** WSPC, ".SPKG and .CAB firmware package names": "package1.spkg will be treated as the same package as package1.cab". */
    @Test
    void aFileNameIsTheSamePackageInBothForms() {
        assertThat(PackageNames.ofFiles(List.of("package1.spkg")))
                .isEqualTo(PackageNames.ofFiles(List.of("Package1.CAB")));
        assertThat(PackageNames.ofFiles(List.of("package1.spkg"))).isEqualTo(PackageNames.of(List.of("PACKAGE1")));
    }

    @Test
    void nothingElseIsDroppedFromAName() {
        assertThat(PackageNames.ofFiles(List.of("a.spkg.cab", "b.spkr", "cab")).names())
                .containsExactly("a.spkg", "b.spkr", "cab");
        assertThat(PackageNames.of(List.of("Contoso.Driver.Cab")).names()).containsExactly("Contoso.Driver.Cab");
    }

    @Test
    void keepsTheFirstSpellingAndTheOrder() {
        PackageNames names = PackageNames.of(List.of("B", "a", "b", "C"));
        assertThat(names.names()).containsExactly("B", "a", "C");
        assertThat(names.size()).isEqualTo(3);
        assertThat(names).hasToString("[B, a, C]").hasSameHashCodeAs(PackageNames.of(List.of("c", "A", "b")));
    }

    @Test
    void namesWhatTheOtherSetLacks() {
        PackageNames names = PackageNames.of(List.of("D", "a", "b"));
        assertThat(names.missingFrom(PackageNames.of(List.of("B", "x")))).containsExactly("D", "a");
        assertThat(names.missingFrom(names)).isEmpty();
        assertThat(PackageNames.of(List.of()).missingFrom(names)).isEmpty();
    }

    @Test
    void comparesTheSameWayWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PackageNames.of(List.of("CAMERAINI"))).isEqualTo(PackageNames.of(List.of("cameraini")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesBlankNames() {
        assertThatThrownBy(() -> PackageNames.of(List.of("a", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of a package must not be blank");
        assertThatThrownBy(() -> PackageNames.ofFiles(List.of(".cab"))).isInstanceOf(IllegalArgumentException.class);
    }
}
