package io.oemingest.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoresTest {
    @TempDir
    private Path folder;

    @Test
    void replacesARecordOnlyForOneWhoHasSeenIt() {
        MemoryRecordStore<String> store = new MemoryRecordStore<>();
        assertThat(store.insert("a", "one")).isTrue();
        assertThat(store.insert("a", "other")).isFalse();
        assertThat(store.replace("a", "stale", "two")).isFalse();
        assertThat(store.find("a")).isEqualTo("one");
        assertThat(store.replace("a", "one", "two")).isTrue();
        store.insert("b", "three");
        assertThat(store.all()).containsExactly("two", "three");
        store.remove("a");
        assertThat(store.find("a")).isNull();
        assertThat(store.replace("a", "two", "four")).isFalse();
    }

    @Test
    void countsTicketCodesPastTheFirstHundred() {
        CountedIdentifiers ids = new CountedIdentifiers();
        List<String> codes =
                IntStream.range(0, 300).mapToObj(i -> ids.ticketCode()).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z]{4}[0-9]{2}"));
        assertThat(codes.get(0)).isEqualTo("TEST01");
        assertThat(codes.get(99)).isEqualTo("TESU00");
        assertThat(ids.uploadId()).isEqualTo("upload-1");
    }

    @Test
    void drawsCodesOfSixCapitalsAndDigits() {
        RandomIdentifiers ids = new RandomIdentifiers(new Random(7));
        assertThat(IntStream.range(0, 1000).mapToObj(i -> ids.ticketCode()))
                .allMatch(code -> code.matches("[0-9A-Z]{6}"));
        assertThat(ids.uploadId()).matches("[0-9a-f]{32}").isNotEqualTo(ids.uploadId());
    }

    @Test
    void cutsAnUploadAtTheOffsetWhereWritingBegins() throws IOException {
        FileBlobStore blobs = new FileBlobStore(folder);
        blobs.createUpload("u");
        write(blobs, 0, "abcdef");
        write(blobs, 2, "XY");
        assertThat(blobs.upload("u")).hasContent("abXY");
    }

    @Test
    void movesAnArchiveThroughItsLife() throws IOException {
        FileBlobStore blobs = new FileBlobStore(folder);
        blobs.createUpload("u");
        write(blobs, 0, "archive");
        blobs.keepArchive("u", "T");
        assertThat(blobs.upload("u")).doesNotExist();
        assertThat(blobs.archive("T")).hasContent("archive");
        Path finished = Files.writeString(blobs.newWorkFolder("T").resolve("out.zip"), "signed");
        assertThat(blobs.publish("T", finished)).hasContent("signed").hasFileName("out.zip");
        blobs.deleteWorkFolder("T");
        blobs.deleteArchive("T");
        assertThat(folder.resolve("work")).isEmptyDirectory();
        assertThat(folder.resolve("submissions/T")).isDirectoryContaining("glob:**/out.zip");
        blobs.deleteSubmission("T");
        assertThat(folder.resolve("submissions")).isEmptyDirectory();
    }

    @Test
    void startsWorkInAnEmptyFolderWhateverWasLeft() throws IOException {
        FileBlobStore blobs = new FileBlobStore(folder);
        Files.createDirectories(blobs.newWorkFolder("T").resolve("deep/er"));
        assertThat(blobs.newWorkFolder("T")).isEmptyDirectory();
    }

    @Test
    void letsNoNameLeadOutOfTheFolder() throws IOException {
        FileBlobStore blobs = new FileBlobStore(folder);
        for (String name : List.of("..", "../x", "/etc/passwd", "a/../../b", "")) {
            assertThatThrownBy(() -> blobs.upload(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs.deleteSubmission(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void emptiesItsOwnFolderOfAnEarlierRunButFollowsNoLink() throws IOException {
        Path data = folder.resolve("data");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("keep.txt"), "keep");
        DataFolder.open(data).close();
        Path uploads = Files.createDirectories(data.resolve("uploads"));
        Files.writeString(uploads.resolve("old"), "old");
        Files.createSymbolicLink(uploads.resolve("link"), elsewhere);
        DataFolder.open(data).close();
        assertThat(uploads).doesNotExist();
        assertThat(elsewhere.resolve("keep.txt")).hasContent("keep");
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(NotDirectoryException.class);
        assertThat(file).hasContent("x");
    }

    @Test
    void runsWorkByHandInOrderIncludingWhatItAdds() {
        ManualWorkQueue queue = new ManualWorkQueue();
        List<String> done = new ArrayList<>();
        queue.submit(() -> {
            done.add("first");
            queue.submit(() -> done.add("third"));
        });
        queue.submit(() -> done.add("second"));
        assertThat(queue.runAll()).isEqualTo(3);
        assertThat(done).containsExactly("first", "second", "third");
        queue.submit(() -> done.add("never"));
        queue.close();
        queue.submit(() -> done.add("never"));
        assertThat(queue.runNext()).isFalse();
    }

    @Test
    void interruptsRunningWorkAndDropsTheRestWhenTheWorkerCloses() throws Exception {
        WorkerThread worker = new WorkerThread("test-worker");
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean later = new AtomicBoolean();
        worker.submit(() -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        worker.submit(() -> later.set(true));
        running.await();
        worker.close();
        worker.submit(() -> later.set(true));
        assertThat(interrupted).isTrue();
        assertThat(later).isFalse();
    }

    @Test
    void goesOnAfterWorkThatFails() throws Exception {
        WorkerThread worker = new WorkerThread("test-worker");
        CountDownLatch next = new CountDownLatch(1);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {});
            worker.submit(() -> {
                throw new IllegalStateException("pretended");
            });
            worker.submit(next::countDown);
            next.await();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            worker.close();
        }
    }

    private static void write(FileBlobStore blobs, long offset, String text) throws IOException {
        try (FileChannel channel = blobs.openUpload("u", offset)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
