package io.oemingest.core.inspect;

import io.oemingest.core.format.image.PlatformConfig;

/** The file by which the partition PLAT tells phone and firmware. */
final class PlatformConfigTelling {
    private PlatformConfigTelling() {}

    static void tell(Facts facts, PlatformConfig config) {
        facts.put("name", config.name())
                .put("softwareVersion", config.softwareVersion())
                .put("akVersion", config.akVersion())
                .put("values", Value.pairs(config.values()));
    }
}
