package io.oemingest.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.MergedPackageName.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergedPackageNameTest {
    @ParameterizedTest
    @CsvSource({
        "BASE.Phone,                    BASE,       ,               Phone",
        "SOC_QC8974.Phone,              SOC,        QC8974,         Phone",
        "DEVICE_MARTINI_LTE_ROW.Phone,  DEVICE,     MARTINI_LTE_ROW, Phone",
        "OEM_CAMERA.Variant,            OEM,        CAMERA,         Variant",
        "release_production.phone,      RELEASE,    production,     phone",
        "RELEASE_TEST.Phone,            RELEASE,    TEST,           Phone",
        "SV_Contoso.Phone,              SV,         Contoso,        Phone",
        "PRERELEASE_PROTECTED.Phone,    PRERELEASE, PROTECTED,      Phone",
        "PRERELEASE_REPLACEMENT.Other,  PRERELEASE, REPLACEMENT,    Other",
    })
    void readsEveryTypeOfMergedPackages(String component, Type type, @Nullable String value, String fmId) {
        MergedPackageName expected = new MergedPackageName("Nokia", type, value, fmId, "EFIESP");

        assertThat(MergedPackageName.parseOrNull(PackageIdentity.of("Nokia", component, "EFIESP")))
                .isEqualTo(expected);
        assertThat(MergedPackageName.parseOrNull(PackageName.ofFile("Nokia." + component + ".EFIESP_Lang_de-de.spkg")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nokia.MARTINI_LTE_ROW.Customizations.MainOS",
                "Nokia.BASE.Phone",
                "Nokia.BASE.Phone.StaticApps.MainOS",
                "Nokia.SOC_.Phone.MainOS",
                "Nokia.RELEASE_OTHER.Phone.MainOS",
                "Nokia.PRERELEASE_OTHER.Phone.MainOS",
                "Nokia.BASES.Phone.MainOS",
                "Nokia.BASE..MainOS",
                ".BASE.Phone.MainOS",
                "Nokia.BASE.Phone.",
                "nokia.rpm",
            })
    void takesNoOtherPackageForAMergedOne(String name) {
        assertThat(MergedPackageName.parseOrNull(new PackageName(name))).isNull();
    }

    @Test
    void takesNoIdentityWithoutAPartitionForAMergedOne() {
        assertThat(MergedPackageName.parseOrNull(PackageIdentity.of("Nokia", "BASE.Phone.MainOS", null)))
                .isNull();
        assertThat(MergedPackageName.parseOrNull(PackageIdentity.of("Nokia", "BASE.Phone", "a.b")))
                .isNull();
    }

    @Test
    void knowsTheFeatureManifestsOfRetailImages() {
        MergedPackageName phone = new MergedPackageName("A", Type.BASE, null, "PHONE", "MainOS");

        assertThat(phone.hasRetailFmId()).isTrue();
        assertThat(new MergedPackageName("A", Type.BASE, null, "variant", "MainOS").hasRetailFmId())
                .isTrue();
        assertThat(new MergedPackageName("A", Type.BASE, null, "Lab", "MainOS").hasRetailFmId())
                .isFalse();
    }
}
