package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

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

    private static JudgedImage image() {
        return JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A");
    }

    private static Finding input(String path, String problem) {
        return finding(Severity.BLOCK, "INI-33", Location.ofFile(path), "The file cannot be read: " + problem);
    }
}
