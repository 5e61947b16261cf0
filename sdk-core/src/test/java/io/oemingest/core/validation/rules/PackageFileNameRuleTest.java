package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

class PackageFileNameRuleTest {
    @Test
    void refusesAFileThatIsNoPackageByItsName() {
        Judged.with()
                .stray("packages/readme.txt")
                .findsOnTheClient(block(
                        "INI-21",
                        "packages/readme.txt",
                        "The folder of a partial image holds packages only, and this is none by its name.",
                        "Move everything but .spkg and .cab files out of the folder."));
    }

    @Test
    void refusesCabPackagesForWindowsPhoneBlue() {
        Judged.with(FactsBuilder.contoso("X").extension(".cab"))
                .findsOnTheClient(
                        block(
                                "INI-21",
                                "packages/Contoso.BASE.Phone.X.cab",
                                "The product WindowsPhoneBlue takes .spkg packages only.",
                                "Submit the .spkg form of the package, or name the Windows 10 product that the package is for."));
    }

    @Test
    void notesOneCabPackageForWindows10() {
        Judged.with(FactsBuilder.contoso("X").extension(".cab"))
                .product(ProductType.WINDOWS_PHONE_THRESHOLD)
                .findsOnTheClient(note("1 package is a .cab file."));
    }

    @Test
    void notesSeveralCabPackagesOnce() {
        Judged.with(
                        FactsBuilder.contoso("X").extension(".cab"),
                        FactsBuilder.contoso("Y").extension(".CAB"))
                .product(ProductType.WINDOWS_IOT_CORE_THRESHOLD)
                .findsOnTheClient(note("2 packages are .cab files."));
    }

    @Test
    void saysNothingOfSpkgPackages() {
        Judged.with().product(ProductType.WINDOWS_PHONE_THRESHOLD).findsNothing();
    }

    private static Finding note(String message) {
        return new Finding(
                RuleId.of("INI-21"),
                Severity.INFO,
                Location.ofFile("packages"),
                message,
                "Nothing, if they are meant for Windows 10.");
    }
}
