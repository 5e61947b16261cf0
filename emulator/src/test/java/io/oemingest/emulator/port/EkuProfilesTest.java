package io.oemingest.emulator.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.emulator.port.EkuProfile.Branch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EkuProfilesTest {
    private static final String ARC = "1.3.6.1.4.1.311.";
    private static final Set<SubmissionType> PACKAGES = Set.of(SubmissionType.IMAGE, SubmissionType.PARTIAL_IMAGE);
    private static final Set<SubmissionType> CATALOGS = Set.of(SubmissionType.FFU_CATALOG);

    @Test
    void hasTheSignersOfTheDocuments() {
        assertThat(EkuProfiles.DOCUMENTED.all())
                .extracting(
                        EkuProfile::id,
                        each -> each.ekus().toString(),
                        EkuProfile::branch,
                        EkuProfile::permission,
                        EkuProfile::submissionTypes)
                .containsExactly(
                        tuple("OEM", ARC + "76.5.40", Branch.PACKAGES, null, PACKAGES),
                        tuple("HAL", ARC + "61.5.1+" + ARC + "76.5.20", Branch.PACKAGES, null, PACKAGES),
                        tuple("PP", ARC + "10.3.24+" + ARC + "76.5.40", Branch.PACKAGES, null, PACKAGES),
                        tuple("PPL", ARC + "10.3.22+" + ARC + "76.5.40", Branch.PACKAGES, null, PACKAGES),
                        tuple("APP", ARC + "76.5.200+" + ARC + "76.5.99", Branch.PACKAGES, null, PACKAGES),
                        tuple("Platform-Key", ARC + "76.5.500", Branch.IMAGES, Permission.FFU_CATALOG, CATALOGS),
                        tuple(
                                "Microsoft-System",
                                ARC + "10.3.6+" + ARC + "76.5.10",
                                Branch.PACKAGES,
                                Permission.MICROSOFT_SYSTEM,
                                PACKAGES));
        assertThat(Permission.ofOems())
                .containsExactlyInAnyOrder(
                        Permission.PARTIAL_IMAGE, Permission.INDIVIDUAL_PACKAGE, Permission.FFU_CATALOG);
    }

    @Test
    void findsByIdInAnyCaseAndByExactlyTheUsages() {
        EkuProfiles table = EkuProfiles.DOCUMENTED;
        assertThat(table.find("microsoft-system")).isEqualTo(EkuProfile.MICROSOFT_SYSTEM);
        assertThat(table.find("PPX")).isNull();
        assertThat(table.ofPackages(EkuCombination.of(ARC + "76.5.40", ARC + "10.3.22")))
                .isEqualTo(EkuProfile.PPL);
        assertThat(table.ofPackages(EkuCombination.of(ARC + "76.5.40", ARC + "10.3.22", ARC + "10.3.24")))
                .isNull();
        assertThat(table.ofPackages(EkuCombination.of(ARC + "10.3.22"))).isNull();
        assertThat(table.ofPackages(EkuProfile.PLATFORM_KEY.ekus())).isNull();
        assertThat(table.platformKey()).isEqualTo(EkuProfile.PLATFORM_KEY);
    }

    @Test
    void takesAFurtherCombination() {
        EkuProfile more = EkuProfile.ofPackages("OEM-TCB", EkuCombination.of(ARC + "76.5.40", ARC + "10.3.23"));
        assertThat(EkuProfiles.DOCUMENTED.with(more).ofPackages(more.ekus())).isEqualTo(more);
        assertThat(EkuProfiles.DOCUMENTED.ofPackages(more.ekus())).isNull();
    }

    @Test
    void everyRowHasAnIdAndACombinationOfItsOwn() {
        EkuProfile sameId = EkuProfile.ofPackages("oem", EkuCombination.of(ARC + "76.5.60"));
        assertThatThrownBy(() -> EkuProfiles.DOCUMENTED.with(sameId))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two profiles have the id oem");
        EkuProfile sameUsages = EkuProfile.ofPackages("Other", EkuProfile.PPL.ekus());
        assertThatThrownBy(() -> EkuProfiles.DOCUMENTED.with(sameUsages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The profiles PPL and Other have the same combination '" + EkuProfile.PPL.ekus() + "'");
    }

    @Test
    void catalogsOfImagesAlwaysHaveASigner() {
        assertThatThrownBy(() -> new EkuProfiles(List.of(EkuProfile.OEM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No profile is for the catalogs of images; keep Platform-Key");
    }

    @Test
    void aSignerHasUsagesThatPhonesKnow() {
        refused(ARC + "10.3.22", "The profile X has no usage of phones: '" + ARC + "10.3.22'");
        refused("", "The profile X has no usage of phones: ''");
        refused(ARC + "76.5.40+2.5.29.37.0", "The profile X has 'any usage', which counts for none");
        refused(
                ARC + "76.5.40+" + ARC + "76.5.41",
                "The profile X has the usage " + ARC + "76.5.41, which no phone knows");
        refused(
                ARC + "76.5.40+" + ARC + "76.5.500",
                "The profile X of the branch Packages has the usage of platform keys");
    }

    @Test
    void aSignerOfImagesIsNothingElse() {
        assertThatThrownBy(() -> new EkuProfile("X", EkuProfile.OEM.ekus(), Branch.IMAGES, null, CATALOGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The profile X of the branch Images has the usages '" + EkuProfile.OEM.ekus()
                        + "' and not that of platform keys alone");
        assertThatThrownBy(() -> EkuProfile.PLATFORM_KEY.withSubmissionTypes(SubmissionType.IMAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The profile Platform-Key of the branch Images is for FfuCatalog, and for that alone");
        for (SubmissionType[] types : List.of(
                new SubmissionType[0], new SubmissionType[] {SubmissionType.IMAGE, SubmissionType.FFU_CATALOG})) {
            assertThatThrownBy(() -> EkuProfile.OEM.withSubmissionTypes(types))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The profile OEM of the branch Packages is for Image, PartialImage or both");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "a b", "a.b", "ä", "a23456789012345678901234567890123"})
    void refusesAnIdThatIsNoName(String id) {
        assertThatThrownBy(() -> EkuProfile.ofPackages(id, EkuProfile.OEM.ekus()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A profile's id has 1 to 32 letters, digits and single hyphens: '" + id + "'");
    }

    private static void refused(String ekus, String message) {
        assertThatThrownBy(() -> EkuProfile.ofPackages("X", EkuCombination.parse(ekus)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
