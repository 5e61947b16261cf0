package io.oemingest.emulator.engine;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.validation.ValidationProfile;
import java.time.Duration;

/**
 * The service's own limits and promises.
 *
 * @param version of the service
 * @param ruleSet version of the rules it applies
 * @param minimumClientVersion the oldest client it serves (UPL-07)
 * @param maxArchiveSize largest upload, in bytes
 * @param maxPackages most packages in one submission
 * @param pollingFloor shortest time between two looks at a submission (GET-10)
 * @param uploadLifetime how long an upload is kept after its last byte
 * @param limits for reading what was uploaded
 * @param profile by which findings are weighed; nobody waives anything here
 * @param updates by which requests for update are weighed
 */
public record EngineSettings(
        String version,
        String ruleSet,
        String minimumClientVersion,
        long maxArchiveSize,
        int maxPackages,
        Duration pollingFloor,
        Duration uploadLifetime,
        FormatLimits limits,
        ValidationProfile profile,
        UpdatePolicy updates) {
    private static final long DEFAULT_MAX_ARCHIVE = 8L << 30;
    private static final int DEFAULT_MAX_PACKAGES = 5_000;

    /** The polling floor of the historic service, which is advice to its clients. */
    public static final Duration HISTORIC_POLLING_FLOOR = Duration.ofMinutes(30);

    /** The piece in which the historic client moved archives (GET-11), in bytes. */
    static final int CHUNK_SIZE = 4_194_304;

    public static EngineSettings defaults(String version, String ruleSet) {
        return new EngineSettings(
                version,
                ruleSet,
                "0.1.0",
                DEFAULT_MAX_ARCHIVE,
                DEFAULT_MAX_PACKAGES,
                HISTORIC_POLLING_FLOOR,
                Duration.ofDays(1),
                FormatLimits.defaults(),
                ValidationProfile.STANDARD,
                UpdatePolicy.STRICT);
    }

    public EngineSettings withMaxArchiveSize(long bytes) {
        return new EngineSettings(
                version,
                ruleSet,
                minimumClientVersion,
                bytes,
                maxPackages,
                pollingFloor,
                uploadLifetime,
                limits,
                profile,
                updates);
    }

    public EngineSettings withPollingFloor(Duration floor) {
        return new EngineSettings(
                version,
                ruleSet,
                minimumClientVersion,
                maxArchiveSize,
                maxPackages,
                floor,
                uploadLifetime,
                limits,
                profile,
                updates);
    }

    public EngineSettings withMaxPackages(int count) {
        return new EngineSettings(
                version,
                ruleSet,
                minimumClientVersion,
                maxArchiveSize,
                count,
                pollingFloor,
                uploadLifetime,
                limits,
                profile,
                updates);
    }

    public EngineSettings withMinimumClientVersion(String oldest) {
        return new EngineSettings(
                version,
                ruleSet,
                oldest,
                maxArchiveSize,
                maxPackages,
                pollingFloor,
                uploadLifetime,
                limits,
                profile,
                updates);
    }

    public EngineSettings withProfile(ValidationProfile value) {
        return new EngineSettings(
                version,
                ruleSet,
                minimumClientVersion,
                maxArchiveSize,
                maxPackages,
                pollingFloor,
                uploadLifetime,
                limits,
                value,
                updates);
    }

    public EngineSettings withUpdates(UpdatePolicy policy) {
        return new EngineSettings(
                version,
                ruleSet,
                minimumClientVersion,
                maxArchiveSize,
                maxPackages,
                pollingFloor,
                uploadLifetime,
                limits,
                profile,
                policy);
    }
}
