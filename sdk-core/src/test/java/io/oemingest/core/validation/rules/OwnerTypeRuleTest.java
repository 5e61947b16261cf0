package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTypeRuleTest {
    @Test
    void refusesAnUnknownOwnerType() {
        Judged.with(FactsBuilder.contoso("X").ownerType("Vendor"))
                .findsExactly(block(
                        "PKG-02",
                        "packages/Contoso.BASE.Phone.X.spkg",
                        "OwnerType is 'Vendor', it must be Microsoft, OEM, SiliconVendor or MobileOperator.",
                        "Correct OwnerType in the package project and build the package again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft", "OEM", "SiliconVendor", "MobileOperator", "oem"})
    void acceptsTheClosedSet(String ownerType) {
        Judged.with(FactsBuilder.contoso("X").ownerType(ownerType)).findsNothing();
    }
}
