package io.oemingest.emulator;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.validation.rules.StandardRules;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.EnginePorts;
import io.oemingest.emulator.engine.EngineSettings;
import io.oemingest.emulator.engine.EngineStores;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.http.HttpServerOptions;
import io.oemingest.emulator.http.IngestionHttpServer;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.PackageSigningPort;
import io.oemingest.emulator.port.Permission;
import io.oemingest.emulator.port.WorkQueue;
import io.oemingest.emulator.signing.InputTrust;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.RetailSigner;
import io.oemingest.emulator.signing.TestInputSigner;
import io.oemingest.emulator.signing.TestPki;
import io.oemingest.emulator.signing.TimestampAuthority;
import io.oemingest.emulator.store.DataFolder;
import io.oemingest.emulator.store.FileBlobStore;
import io.oemingest.emulator.store.ManualWorkQueue;
import io.oemingest.emulator.store.MemoryRecordStore;
import io.oemingest.emulator.store.WorkerThread;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where the parts of an emulator are put together: folder, test authority, engine, HTTP. */
final class Wiring {
    private final EmulatorOptions options;
    private final InstantSource time;
    private final List<EmulatedAccount> accounts;
    private final @Nullable ManualWorkQueue workByHand;

    Wiring(EmulatorOptions options) {
        this.options = options;
        InstantSource given = options.time();
        this.time = given == null ? SystemWiring.time() : given;
        this.accounts = options.accounts().isEmpty()
                ? List.of(
                        EmulatedAccount.of("Contoso", SystemWiring.identifiers().uploadId()))
                : options.accounts();
        this.workByHand = options.workByHand() ? new ManualWorkQueue() : null;
    }

    List<EmulatedAccount> accounts() {
        return accounts;
    }

    @Nullable
    ManualWorkQueue workByHand() {
        return workByHand;
    }

    DataFolder folder() throws IOException {
        return options.dataFolder() == null ? DataFolder.temporary() : DataFolder.open(options.dataFolder());
    }

    /** New keys, or those of the data folder, which outlive the emulator. */
    TestPki pki() throws IOException {
        String instance = "emulator-" + SystemWiring.identifiers().ticketCode();
        PkiOptions keys = PkiOptions.of(instance, options.keys()).withProfiles(options.signingProfiles());
        Path data = options.dataFolder();
        return data == null
                ? TestPki.create(keys, SystemWiring.chance(), time)
                : TestPki.open(data.resolve(DataFolder.PKI), keys, SystemWiring.chance(), time);
    }

    Set<X509Certificate> inputRoots(TestPki pki) {
        Set<X509Certificate> roots = new LinkedHashSet<>(options.moreInputRoots());
        roots.add(pki.input().root());
        return Collections.unmodifiableSet(roots);
    }

    TestInputSigner inputSigner(TestPki pki, EkuProfile profile) {
        return new TestInputSigner(pki.input(), profile, time);
    }

    TimestampAuthority timestamps(TestPki pki) {
        Clock clock = Clock.offset(time.withZone(ZoneOffset.UTC), options.timestampSkew());
        return new TimestampAuthority(pki, clock, SystemWiring.chance());
    }

    IngestionEngine engine(DataFolder folder, TestPki pki, TimestampAuthority timestamps) throws IOException {
        EngineStores stores = new EngineStores(
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                new FileBlobStore(folder.path()));
        WorkQueue queue = workByHand == null ? new WorkerThread("ingestion-worker") : workByHand;
        EngineSettings settings = EngineSettings.defaults(IngestionEmulator.version(), StandardRules.VERSION)
                .withMaxArchiveSize(options.maxArchiveSize())
                .withPollingFloor(options.pollingFloor())
                .withProfile(options.profile())
                .withUpdates(options.updates());
        InputTrust trust = new InputTrust(Set.copyOf(options.moreInputRoots()), Set.copyOf(options.timestampRoots()));
        RetailSigner plain = new RetailSigner(pki, trust, time, settings.limits());
        PackageSigningPort signer = options.timestamps() ? plain.withTimestamps(timestamps) : plain;
        return new IngestionEngine(
                new EnginePorts(time, SystemWiring.identifiers(), stores, signer, queue),
                settings,
                accounts.stream()
                        .map(account -> account(account, signer.profiles()))
                        .toList(),
                StandardRules.all());
    }

    IngestionHttpServer http(IngestionEngine engine, TimestampAuthority timestamps) throws IOException {
        HttpServerOptions http = HttpServerOptions.loopback(SystemWiring::correlationId)
                .withPort(options.port())
                .withTimestamps(timestamps);
        return IngestionHttpServer.start(engine, options.remoteClients() ? http.withBindAddress(anyAddress()) : http);
    }

    private static Account account(EmulatedAccount account, EkuProfiles profiles) {
        Set<EkuCombination> ekus = account.ekus();
        return new Account(
                account.oemId(),
                UUID.nameUUIDFromBytes(("ingestion-emulator:" + account.oemId()).getBytes(StandardCharsets.UTF_8)),
                Account.hashOf(account.token()),
                account.permissions(),
                ekus == null ? allowed(account.permissions(), profiles) : ekus);
    }

    private static Set<EkuCombination> allowed(Set<Permission> permissions, EkuProfiles profiles) {
        return profiles.ofPackages().stream()
                .filter(each -> each.permission() == null || permissions.contains(each.permission()))
                .map(EkuProfile::ekus)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static InetAddress anyAddress() throws IOException {
        return InetAddress.getByAddress(new byte[4]);
    }
}
