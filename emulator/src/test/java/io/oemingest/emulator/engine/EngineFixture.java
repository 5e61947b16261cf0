package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.core.validation.rules.StandardRules;
import io.oemingest.emulator.port.Permission;
import io.oemingest.emulator.port.RecordStore;
import io.oemingest.emulator.port.WorkQueue;
import io.oemingest.emulator.store.CountedIdentifiers;
import io.oemingest.emulator.store.FileBlobStore;
import io.oemingest.emulator.store.ManualWorkQueue;
import io.oemingest.emulator.store.MemoryRecordStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An engine over a folder, with counted names, settable time and work that runs when a test says so. */
final class EngineFixture implements AutoCloseable {
    static final Account CONTOSO = account("Contoso", 1, Permission.ofOems(), PretendSigner.OEM);
    static final Account FABRIKAM = account("Fabrikam", 2, Set.of(Permission.PARTIAL_IMAGE), PretendSigner.HAL);
    static final Account NOBODY = account("Nobody", 3, Set.of(), PretendSigner.OEM);
    /** The mobile operator of the phones in Germany. */
    static final Account OPERATOR = account("000-DE", 4, Set.of());

    static final long MAX_ARCHIVE = 1 << 20;

    final SettableTime time = new SettableTime();
    final PretendSigner signer = new PretendSigner();
    final ManualWorkQueue queue = new ManualWorkQueue();
    final RecordStore<BookedImage> images = new MemoryRecordStore<>();
    final CountingStore<UpdateEntry> updates = new CountingStore<>();
    final Path folder;
    final IngestionEngine engine;
    private final ValidationProfile profile;

    Watcher onChange = next -> {};

    /** Sees a submission's next record at the moment at which everybody else can see it. */
    interface Watcher {
        void changed(Submission next) throws IOException;
    }

    EngineFixture(Path folder) throws IOException {
        this(folder, ValidationProfile.STANDARD);
    }

    EngineFixture(Path folder, ValidationProfile profile) throws IOException {
        this.folder = folder;
        this.profile = profile;
        this.engine = engine(queue);
    }

    IngestionEngine engine(WorkQueue other) throws IOException {
        return engine(other, StandardRules.all());
    }

    IngestionEngine engine(WorkQueue other, List<? extends ValidationRule> rules) throws IOException {
        EngineStores stores = new EngineStores(
                new MemoryRecordStore<>(),
                new WatchedStore(),
                new MemoryRecordStore<>(),
                new MemoryRecordStore<>(),
                images,
                updates,
                new FileBlobStore(folder));
        return new IngestionEngine(
                new EnginePorts(time, new CountedIdentifiers(), stores, signer, other),
                EngineSettings.defaults("0.1.0", StandardRules.VERSION)
                        .withMaxArchiveSize(MAX_ARCHIVE)
                        .withMaxPackages(3)
                        .withProfile(profile),
                List.of(CONTOSO, FABRIKAM, NOBODY, OPERATOR),
                rules);
    }

    static String token(String oemId) {
        return "token-of-" + oemId;
    }

    static UploadBody body(byte[] content) {
        return new UploadBody(new ByteArrayInputStream(content), null);
    }

    Upload uploaded(Account account, byte[] content) throws Refusal, IOException {
        Upload upload = engine.createUpload(account, content.length, Map.of());
        return engine.append(account, upload.id(), 0, body(content));
    }

    SubmissionCreation submitted(Account account, byte[] archive) throws Refusal, IOException {
        return engine.createSubmission(
                account, uploaded(account, archive).id(), Digest.sha256(archive).hex(), null);
    }

    /** Every file below the data folder, as relative names in order. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Every folder inside the work area. */
    List<String> workFolders() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("work"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private final class WatchedStore implements RecordStore<Submission> {
        private final RecordStore<Submission> store = new MemoryRecordStore<>();

        @Override
        public Submission find(String key) {
            return store.find(key);
        }

        @Override
        public boolean insert(String key, Submission entry) {
            return store.insert(key, entry);
        }

        @Override
        public boolean replace(String key, Submission seen, Submission next) {
            try {
                onChange.changed(next);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return store.replace(key, seen, next);
        }

        @Override
        public void remove(String key) {
            store.remove(key);
        }

        @Override
        public List<Submission> all() {
            return store.all();
        }
    }

    private static Account account(String oemId, int number, Set<Permission> permissions, EkuCombination... ekus) {
        return new Account(oemId, new UUID(0, number), Account.hashOf(token(oemId)), permissions, Set.of(ekus));
    }
}
