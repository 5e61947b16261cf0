package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

/** PKG-05; PKGATTR: optional in the schema, required for all other owners. */
class PlatformRuleTest {
    @Test
    void warnsOfAPackageWithoutPlatform() {
        Judged.with(FactsBuilder.contoso("Radio").platform(null))
                .findsExactly(warns(
                        "PKG-05",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The package is owned by OEM and names no platform."));
    }

    @Test
    void asksForNoneOfMicrosoft() {
        Judged.with(FactsBuilder.contoso("Radio").ownerType("Microsoft").platform(null))
                .findsNothing();
    }
}
