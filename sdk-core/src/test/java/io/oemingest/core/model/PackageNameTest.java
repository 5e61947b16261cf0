package io.oemingest.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageNameTest {
    private static final String LETTERS = "abcXYZ0189_-";

    @ParameterizedTest
    @CsvSource({
        "Nokia.BASE.Phone.EFIESP.spkg, Nokia.BASE.Phone.EFIESP",
        "nokia.rpm.SPKG, NOKIA.RPM",
        "A.B.spkr, a.b",
        "A.B.spku, a.b",
        "A.B.cab, a.b",
        "A.B.cbsr, a.b",
        "A.B, a.b",
        "microsoft.speech.downloadsystem_lang_de-de.spkg_84b3e890c13b95939f4e014fad6c3441d1606031.cab,"
                + "Microsoft.Speech.DownloadSystem_Lang_de-de",
        "Volantis.ModernPC.DisplayFallbackFM~3e10e5711654cd53~AMD64~~.cab, volantis.modernpc.displayfallbackfm",
        "A.B~628844477771337a~arm~~1.0.0.0.mum, A.B",
        ".cab, .cab",
    })
    void leavesExtensionAndCaseOutOfAComparison(String file, String name) {
        PackageName read = PackageName.ofFile(file);

        assertThat(read).isEqualTo(new PackageName(name)).hasSameHashCodeAs(new PackageName(name));
        assertThat(read.key()).isEqualTo(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void tellsDifferentNamesApart() {
        assertThat(new PackageName("A.B"))
                .isNotEqualTo(new PackageName("A.B.C"))
                .isNotEqualTo(new PackageName("A.B_Lang_de-de"))
                .isNotEqualTo(null)
                .isNotEqualTo("A.B");
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft.X_Lang_pt-BR,           Microsoft.X, pt-BR,      ,          ",
        "microsoft.x_LANG_uz-latn-uz,      microsoft.x, uz-latn-uz, ,          ",
        "Microsoft.X_RES_1080x1920,        Microsoft.X, ,           1080x1920, ",
        "Microsoft.X_Res_480X800,          Microsoft.X, ,           480X800,   ",
        "A.B_Lang_de-de_Wow_arm64.arm,     A.B,         de-de,      ,          arm64.arm",
        "A.B_Wow_AMD64.X86,                A.B,         ,           ,          AMD64.X86",
        "A.B,                              A.B,         ,           ,          ",
        "A.B_Lang_,                        A.B_Lang_,   ,           ,          ",
        "A.B_RES_0x1,                      A.B_RES_0x1, ,           ,          ",
        "_Lang_de,                         _Lang_de,    ,           ,          ",
    })
    void readsWhatTheEndOfANameSays(
            String text, String base, @Nullable String culture, @Nullable String resolution, @Nullable String guest) {
        PackageName name = new PackageName(text);

        assertThat(name.base()).isEqualTo(base);
        assertThat(name.culture()).isEqualTo(culture);
        assertThat(name.resolution()).isEqualTo(resolution);
        assertThat(name.guest()).isEqualTo(guest);
    }

    @ParameterizedTest
    @CsvSource({
        "Nokia.BASE.Phone.EFIESP,                       Nokia, BASE.Phone,      EFIESP,                 ,      ",
        "Nokia.DEVICE_M.Phone.PLAT_Lang_de-de,          Nokia, DEVICE_M.Phone,  PLAT,                   de-de, ",
        "Nokia.MARTINI_LTE_ROW.Customizations.MainOS,   Nokia, MARTINI_LTE_ROW, Customizations.MainOS,  ,      ",
        "nokia.rpm,                                     nokia, rpm,             ,                       ,      ",
        "A.B.C_RES_480x800,                             A,     B,               C,                      ,      480x800",
        "A,                                             A,     '',              ,                       ,      ",
    })
    void splitsANameIntoItsParts(
            String name,
            String owner,
            String component,
            @Nullable String subComponent,
            @Nullable String culture,
            @Nullable String resolution) {
        assertThat(PackageIdentity.ofName(new PackageName(name)))
                .isEqualTo(new PackageIdentity(owner, component, subComponent, culture, resolution));
    }

    @Test
    void agreesWithEveryIdentity() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            PackageIdentity identity = identity(random);
            PackageName name = identity.packageName();

            assertThat(PackageIdentity.ofName(name).packageName())
                    .as("seed %d, identity %s", seed, identity)
                    .isEqualTo(name);
            List<@Nullable Object> parts = new ArrayList<>();
            parts.add(name.base());
            parts.add(name.culture());
            parts.add(name.resolution());
            assertThat(parts)
                    .as("seed %d, identity %s", seed, identity)
                    .containsExactly(
                            PackageIdentity.of(identity.owner(), identity.component(), identity.subComponent())
                                    .name(),
                            identity.culture(),
                            identity.resolution());
            assertThat(PackageName.ofFile(identity.name().toUpperCase(Locale.ROOT) + ".SPKG"))
                    .as("seed %d, identity %s", seed, identity)
                    .isEqualTo(name);
        }
    }

    private static PackageIdentity identity(Random random) {
        int kind = random.nextInt(3);
        return new PackageIdentity(
                word(random),
                word(random) + "." + word(random),
                random.nextBoolean() ? word(random) : null,
                kind == 1 ? "de-" + "abc".charAt(random.nextInt(3)) : null,
                kind == 2 ? (10 + random.nextInt(5000)) + "x" + (10 + random.nextInt(5000)) : null);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("w");
        for (int i = random.nextInt(9); i >= 0; i--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
