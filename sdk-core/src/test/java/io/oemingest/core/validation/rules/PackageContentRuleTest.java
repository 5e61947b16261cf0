package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PKG-22; no document says it, the package tools and the device's validator do it. */
class PackageContentRuleTest {
    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_DEVICE_PATH", "RESERVED_FOLDER", "REGISTRY_WITHOUT_HIVE", "JUNCTION_PATH"})
    void refusesFilesWhereTheToolsLetNone(Kind kind) {
        Judged.with(FactsBuilder.contoso("Radio").problem(kind, "\\a"))
                .findsExactly(found(Severity.BLOCK, "\\a: is broken."));
    }

    @ParameterizedTest
    @EnumSource(names = {"METADATA_PATH", "MANIFEST_SIZE", "NO_COMPONENT"})
    void warnsOfWhatNoRealPackageDoes(Kind kind) {
        Judged.with(FactsBuilder.contoso("Radio").problem(kind)).findsExactly(found(Severity.WARN, "is broken."));
    }

    @Test
    void findsNothingInAPackageOfTheTools() {
        Judged.with(FactsBuilder.contoso("Radio")).findsNothing();
    }

    private static Finding found(Severity severity, String problem) {
        return finding(
                severity,
                "PKG-22",
                Location.ofFile("packages/Contoso.BASE.Phone.Radio.spkg"),
                "The package is not as the package tools build one: " + problem);
    }
}
