package io.oemingest.core.validation.rules;

import static io.oemingest.core.testing.FactsBuilder.contoso;
import static io.oemingest.core.validation.rules.Judged.blocks;
import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WSPC, "Troubleshooting" 8: "An exception was thrown while loading a package. {0} : {1}". */
class UnloadablePackageRuleTest {
    private static final String PATH = "packages/Contoso.BASE.Phone.B.spkg";

    @Test
    void namesThePackageOfAnImageAndTheCause() {
        image().unreadable(PATH, "ends too early")
                .findsExactly(finding(
                        Severity.BLOCK,
                        "WSP-22",
                        Location.ofFile(PATH),
                        "The package cannot be loaded: ends too early"));
    }

    @Test
    void leavesEverythingElseToTheRulesAboutInputsAndArchives() {
        image().unreadable("OEMInput.xml", "is not XML").clientFindsExactly(input("OEMInput.xml", "is not XML"));
        image().unreadable("packages/Contoso.BASE.Phone.A.spkg", "is not in the update history")
                .clientFindsExactly(input("packages/Contoso.BASE.Phone.A.spkg", "is not in the update history"));
        image().asPartialImage().unreadable(PATH, "ends too early").clientFindsExactly(input(PATH, "ends too early"));
    }

    @Test
    void isSilentWhenEverythingCouldBeRead() {
        image().findsNothing();
    }

    /** The package tools: limits of names and paths; "Invalid" build and processor types are rejected at load. */
    @ParameterizedTest
    @EnumSource(names = {"BUILD_OR_CPU_TYPE", "NAME_FORM", "DEVICE_PATH"})
    void namesWhatThePackageToolsRefuseToLoad(Kind kind) {
        Judged.with(contoso("Radio").problem(kind)).findsExactly(refused(Severity.BLOCK, "is broken"));
    }

    @Test
    void namesTheFileOfAnUnknownType() {
        Judged.with(contoso("Radio").problem(Kind.UNKNOWN_VALUE, "\\a"))
                .findsExactly(refused(Severity.BLOCK, "\\a: is broken"));
    }

    @Test
    void blocksAnUnfitCultureAndOnlyWarnsOfAnUnfitResolution() {
        FactsBuilder spoken = FactsBuilder.of(new PackageIdentity("Contoso", "Radio", null, "1", null));
        Judged.with(spoken.problem(Kind.CULTURE_OR_RESOLUTION))
                .findsExactly(blocks(
                        "WSP-22", "packages/Contoso.Radio_Lang_1.spkg", "The package cannot be loaded: is broken"));
        Judged.with(contoso("Radio").problem(Kind.CULTURE_OR_RESOLUTION))
                .findsExactly(refused(Severity.WARN, "is broken"));
    }

    private static Finding refused(Severity severity, String problem) {
        return finding(
                severity,
                "WSP-22",
                Location.ofFile("packages/Contoso.BASE.Phone.Radio.spkg"),
                "The package cannot be loaded: " + problem);
    }

    private static JudgedImage image() {
        return JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A");
    }

    private static Finding input(String path, String problem) {
        return finding(Severity.BLOCK, "INI-33", Location.ofFile(path), "The file cannot be read: " + problem);
    }
}
