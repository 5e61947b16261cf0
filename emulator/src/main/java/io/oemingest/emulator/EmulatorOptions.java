package io.oemingest.emulator;

import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.emulator.engine.EngineSettings;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.signing.KeyKind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator shall run.
 *
 * @param port 0 lets the system choose
 * @param remoteClients whether anybody on the network may reach it, and not this machine alone
 * @param accounts none means one account {@code Contoso} that may do everything, with a token by chance
 * @param dataFolder null means a temporary folder that is removed at the end
 * @param time null means the machine's clock
 * @param workByHand whether validation and signing wait for {@link IngestionEmulator#runPendingWork()}
 * @param keys of the signers, where the data folder keeps none
 * @param maxArchiveSize largest upload, in bytes
 * @param pollingFloor how often clients are asked to look at most
 * @param moreInputRoots test roots besides the emulator's own whose signatures on packages count
 * @param timestampRoots roots of authorities whose time stamps (RFC 3161) on packages count; a time stamp of anybody else
 *     makes a package fail
 * @param timestamps whether the service's signatures carry time stamps
 * @param timestampSkew how far the clock of the time-stamp authority is ahead of {@code time}; behind it if negative
 * @param profile by which the service weighs findings
 * @param updates by which the service weighs requests for update
 * @param signingProfiles the signers that the service has
 */
public record EmulatorOptions(
        int port,
        boolean remoteClients,
        List<EmulatedAccount> accounts,
        @Nullable Path dataFolder,
        @Nullable InstantSource time,
        boolean workByHand,
        KeyKind keys,
        long maxArchiveSize,
        Duration pollingFloor,
        List<X509Certificate> moreInputRoots,
        List<X509Certificate> timestampRoots,
        boolean timestamps,
        Duration timestampSkew,
        ValidationProfile profile,
        UpdatePolicy updates,
        EkuProfiles signingProfiles) {
    /** The floor unless another is set: short, because this is a test service. */
    public static final Duration SHORT_POLLING_FLOOR = Duration.ofSeconds(1);

    public EmulatorOptions {
        accounts = List.copyOf(accounts);
        moreInputRoots = List.copyOf(moreInputRoots);
        timestampRoots = List.copyOf(timestampRoots);
    }

    /** Collects options; not for several threads at once. */
    public static final class Builder {
        private final List<EmulatedAccount> accounts = new ArrayList<>();
        private final List<X509Certificate> moreInputRoots = new ArrayList<>();
        private final List<X509Certificate> timestampRoots = new ArrayList<>();
        private int port;
        private boolean remoteClients;
        private @Nullable Path dataFolder;
        private @Nullable InstantSource time;
        private boolean workByHand;
        private KeyKind keys = KeyKind.RSA_2048;
        private long maxArchiveSize = EngineSettings.defaults("", "").maxArchiveSize();
        private Duration pollingFloor = SHORT_POLLING_FLOOR;
        private boolean timestamps = true;
        private Duration timestampSkew = Duration.ZERO;
        private ValidationProfile profile = ValidationProfile.STANDARD;
        private UpdatePolicy updates = UpdatePolicy.STRICT;
        private EkuProfiles signingProfiles = EkuProfiles.DOCUMENTED;

        Builder() {}

        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Listens on every address of the machine. What this service signs is worthless, what it stores is open to everybody with a token. */
        public Builder allowRemoteClientsToAnUnsafeTestService() {
            remoteClients = true;
            return this;
        }

        public Builder account(EmulatedAccount account) {
            accounts.add(account);
            return this;
        }

        /** An account that may do everything. */
        public Builder account(String oemId, String token) {
            return account(EmulatedAccount.of(oemId, token));
        }

        /** Keeps uploads and signed archives in this folder: an empty one, or one of an earlier run, which is emptied. */
        public Builder dataFolder(Path folder) {
            dataFolder = folder;
            return this;
        }

        public Builder time(InstantSource source) {
            time = source;
            return this;
        }

        /** Nothing is validated or signed but by {@link IngestionEmulator#runNextWork()} and {@link IngestionEmulator#runPendingWork()}. */
        public Builder workByHand() {
            workByHand = true;
            return this;
        }

        /** Starts in a moment: the test authority uses elliptic curves and not RSA, which alone phones know. */
        public Builder quickKeys() {
            return keys(KeyKind.P_256);
        }

        /** The kind of the signers' keys; RSA of 2048 bits, as the kit's, unless set. */
        public Builder keys(KeyKind kind) {
            keys = kind;
            return this;
        }

        public Builder maxArchiveSize(long bytes) {
            maxArchiveSize = bytes;
            return this;
        }

        public Builder pollingFloor(Duration floor) {
            pollingFloor = floor;
            return this;
        }

        /** Asks clients to wait half an hour between two looks, as the historic service did (GET-10). */
        public Builder historicPollingFloor() {
            return pollingFloor(EngineSettings.HISTORIC_POLLING_FLOOR);
        }

        /** Lets packages come with signatures of another test authority. */
        public Builder trustInputRoot(X509Certificate root) {
            moreInputRoots.add(root);
            return this;
        }

        /** Lets packages come with time stamps (RFC 3161) of this authority, as a kit signs them when it has a connection. */
        public Builder trustTimestampRoot(X509Certificate root) {
            timestampRoots.add(root);
            return this;
        }

        /** Signs without time stamps (RFC 3161), so that signatures end with their certificates; the authority still answers others. */
        public Builder withoutTimestamps() {
            timestamps = false;
            return this;
        }

        /** Sets the clock of the time-stamp authority ahead of the service's, or behind it if negative. */
        public Builder timestampSkew(Duration ahead) {
            timestampSkew = ahead;
            return this;
        }

        /** Weighs findings as this profile says, and not as the catalogue does. */
        public Builder profile(ValidationProfile value) {
            profile = value;
            return this;
        }

        /** Weighs requests for update as this policy says, and not strictly. */
        public Builder updates(UpdatePolicy value) {
            updates = value;
            return this;
        }

        /** Signs for the combinations of this table, and not for those of the documents. */
        public Builder signingProfiles(EkuProfiles table) {
            signingProfiles = table;
            return this;
        }

        public EmulatorOptions build() {
            return new EmulatorOptions(
                    port,
                    remoteClients,
                    accounts,
                    dataFolder,
                    time,
                    workByHand,
                    keys,
                    maxArchiveSize,
                    pollingFloor,
                    moreInputRoots,
                    timestampRoots,
                    timestamps,
                    timestampSkew,
                    profile,
                    updates,
                    signingProfiles);
        }

        /** Starts an emulator with these options. @throws IOException if the port or the data folder cannot be had */
        public IngestionEmulator start() throws IOException {
            return IngestionEmulator.start(build());
        }
    }
}
