package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class RequiredAttributesRuleTest {
    private static final String MEND = "Set these attributes in the package project and build the package again.";

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        Judged.with(FactsBuilder.of(PackageIdentity.of("", "", "X"))
                        .ownerType(null)
                        .releaseType(" "))
                .findsExactly(block(
                        "PKG-01",
                        "packages/..X.spkg",
                        "The package's manifest lacks Owner, Component, OwnerType, ReleaseType.",
                        MEND));
    }

    @Test
    void namesTheOneThatIsMissing() {
        Judged.with(FactsBuilder.contoso("X").ownerType(""))
                .findsExactly(block(
                        "PKG-01",
                        "packages/Contoso.BASE.Phone.X.spkg",
                        "The package's manifest lacks OwnerType.",
                        MEND));
    }

    @Test
    void acceptsAPackageWithoutSubComponent() {
        Judged.with(FactsBuilder.of(PackageIdentity.of("Nokia", "RPM", null)).partition("RPM"))
                .findsNothing();
    }
}
