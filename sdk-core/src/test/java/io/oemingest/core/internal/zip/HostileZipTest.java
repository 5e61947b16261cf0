package io.oemingest.core.internal.zip;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileZipTest {
    @TempDir
    private Path folder;

    private ZipBytes zip;

    @BeforeEach
    void makeAGoodOne() throws IOException {
        zip = ZipBytes.good(folder);
    }

    @Test
    void refusesANameThatClimbsOut() {
        refused(zip.rename(1, "../bx")::read, zip.central(1), "1", "the name '../bx' has an empty, '.' or '..' part");
    }

    @Test
    void refusesAnAbsoluteName() {
        refused(zip.rename(1, "/bbbb")::read, zip.central(1), "1", "the name '/bbbb' is absolute");
    }

    @Test
    void refusesANameWithADrive() {
        refused(zip.rename(1, "c:bbb")::read, zip.central(1), "1", "the name 'c:bbb' names a drive or stream");
    }

    @Test
    void refusesANameWithABackslash() {
        refused(zip.rename(1, "a\\bbb")::read, zip.central(1), "1", "the name 'a\\bbb' has a backslash");
    }

    @Test
    void refusesANameWithAControlCharacter() {
        refused(zip.rename(1, "a\nbbb")::read, zip.central(1), "1", "the name 'a?bbb' has a control character");
    }

    @Test
    void refusesAFolderEntry() {
        refused(zip.rename(1, "bbbb/")::read, zip.central(1), "1", "the name 'bbbb/' has an empty, '.' or '..' part");
    }

    @Test
    void refusesANameThatIsNotUtf8() {
        byte[] name = {'b', (byte) 0xff, 'b', 'b', 'b'};
        zip.set(zip.central(1) + 46, name).set(zip.local(1) + 30, name);
        refused(zip::read, zip.central(1), "1", "has a name that is not UTF-8");
    }

    @Test
    void refusesTheSameNameTwiceIgnoringCase() {
        refused(zip.rename(1, "A.TXT")::read, zip.central(1), "1", "repeats the name 'A.TXT'");
    }

    @Test
    void refusesALocalHeaderWithAnotherName() {
        zip.set(zip.local(1) + 30, "c.bin".getBytes(StandardCharsets.UTF_8));
        refusedLocally(zip, "does not say what the central directory says");
    }

    @Test
    void refusesALocalHeaderWithAnotherSize() {
        refusedLocally(zip.setInt(zip.local(1) + 22, 4), "does not say what the central directory says");
    }

    @Test
    void refusesALocalHeaderWithAnotherCrc() {
        refusedLocally(zip.setInt(zip.local(1) + 14, 4), "does not say what the central directory says");
    }

    @Test
    void refusesALocalHeaderWithAnotherMethod() {
        refusedLocally(zip.setShort(zip.local(1) + 8, 8), "does not say what the central directory says");
    }

    @Test
    void refusesALocalHeaderWithoutSignature() {
        refusedLocally(zip.setInt(zip.local(1), 0), "does not begin with its signature");
    }

    @Test
    void refusesTwoEntriesOverTheSameData() {
        int at = zip.local(1);
        zip.setInt(zip.central(1) + 42, 0);
        refusedAt(zip::read, "local header of 'b.bin'", 0, "must begin at " + at + ", where the entry before it ends");
    }

    @Test
    void refusesBytesBeforeTheFirstEntry() {
        ZipBytes moved = zip.insert(0, new byte[3]);
        moved.setInt(moved.end() + 16, zip.central(0) + 3);
        moved.setInt(moved.central(0) + 42, 3);
        refusedAt(moved::read, "local header of 'a.txt'", 3, "must begin at 0, where the entry before it ends");
    }

    @Test
    void refusesBytesBetweenDataAndDirectory() {
        ZipBytes moved = zip.insert(zip.central(0), new byte[3]);
        moved.setInt(moved.end() + 16, zip.central(0) + 3);
        refusedAt(moved::read, "local headers", zip.central(0), "leave bytes before the central directory");
    }

    @Test
    void refusesMoreEntriesThanAllowed() {
        refusedAt(
                () -> zip.read(FormatLimits.defaults().withMaxMembers(1)),
                "end of central directory",
                zip.end(),
                "announces 2 entries, more than the 1 allowed");
    }

    @Test
    void refusesAnEntryCountThatLies() {
        zip.setShort(zip.end() + 8, 3).setShort(zip.end() + 10, 3);
        refused(zip::read, zip.end(), "2", "needs 46 bytes, the file ends at " + zip.array().length + " (truncated?)");
    }

    @Test
    void refusesADirectoryWithMoreEntriesThanCounted() {
        zip.setShort(zip.end() + 8, 1).setShort(zip.end() + 10, 1);
        refusedAt(zip::read, "central directory", zip.central(1), "does not end where its last entry ends");
    }

    @Test
    void refusesTwoCounts() {
        refusedAt(
                zip.setShort(zip.end() + 8, 3)::read,
                "end of central directory",
                zip.end(),
                "counts its entries in two ways");
    }

    @Test
    void refusesATextThatGrowsTooMuch() {
        zip.setInt(zip.central(0) + 24, 100_000).setInt(zip.local(0) + 22, 100_000);
        int packed = zip.local(1) - 35;
        refused(
                zip::read,
                zip.central(0),
                "0",
                "'a.txt' grows from " + packed + " to 100000 bytes, more than 200 times");
    }

    @Test
    void refusesAnEntryThatUnpacksToMoreThanItDeclares() throws IOException {
        zip.setInt(zip.central(0) + 24, 5).setInt(zip.local(0) + 22, 5);
        StrictZip read = zip.read();
        refusedEntry(() -> read.readAll(read.entries().get(0), 100), "unpacks to more than the 5 bytes it declares");
    }

    @Test
    void refusesAnEntryThatUnpacksToLessThanItDeclares() throws IOException {
        zip.setInt(zip.central(0) + 24, 40).setInt(zip.local(0) + 22, 40);
        StrictZip read = zip.read();
        refusedEntry(() -> read.readAll(read.entries().get(0), 100), "unpacks to 6 bytes fewer than it declares");
    }

    @Test
    void refusesAnEntryWithAWrongCrc() throws IOException {
        zip.setInt(zip.central(0) + 16, 7).setInt(zip.local(0) + 14, 7);
        StrictZip read = zip.read();
        refusedEntry(() -> read.readAll(read.entries().get(0), 100), "does not have the CRC it declares");
    }

    @Test
    void refusesAnEntryThatIsNoDeflateStream() throws IOException {
        zip.set(35, new byte[] {(byte) 0xff, (byte) 0xff});
        StrictZip read = zip.read();
        refusedEntry(() -> read.readAll(read.entries().get(0), 100), "is not a deflate stream: invalid block type");
    }

    @Test
    void refusesAnEntryLargerThanTheCallerHolds() throws IOException {
        StrictZip read = zip.read();
        refusedEntry(() -> read.readAll(read.entries().get(0), 33), "has 34 bytes, more than the 33 allowed in memory");
    }

    @Test
    void refusesADeflatedEntryWhereAStoredOneIsNeeded() throws IOException {
        StrictZip read = zip.read();
        refusedEntry(() -> read.stored(read.entries().get(0)), "is deflated, it must be stored");
    }

    @Test
    void refusesAStoredEntryWithTwoSizes() {
        zip.setInt(zip.central(1) + 24, 6).setInt(zip.local(1) + 22, 6);
        refused(zip::read, zip.central(1), "1", "'b.bin' is stored and has two sizes, 5 and 6");
    }

    @Test
    void refusesAnEncryptedEntry() {
        zip.setShort(zip.central(1) + 8, 0x801).setShort(zip.local(1) + 6, 0x801);
        refused(zip::read, zip.central(1), "1", "'b.bin' is encrypted");
    }

    @Test
    void refusesAnUnknownMethod() {
        zip.setShort(zip.central(1) + 10, 93).setShort(zip.local(1) + 8, 93);
        refused(
                zip::read,
                zip.central(1),
                "1",
                "'b.bin' is packed by method 93, only 0 (stored) and 8 (deflated) are read");
    }

    @Test
    void refusesSizesBehindTheData() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream other = new ZipOutputStream(out)) {
            other.putNextEntry(new ZipEntry("a.txt"));
            other.write(ZipBytes.TEXT);
        }
        ZipBytes streamed = ZipBytes.of(out.toByteArray());
        refused(streamed::read, streamed.central(0), "0", "'a.txt' has the flags 0x808, only 0x800 (UTF-8) is read");
    }

    @Test
    void refusesDataAfterTheEnd() {
        ZipBytes longer = zip.append(new byte[1]);
        refusedAt(
                longer::read,
                "end of central directory",
                longer.end(),
                "does not end with this record: not a zip file, truncated, or with data after its end");
    }

    @Test
    void refusesAComment() {
        ZipBytes longer = zip.setShort(zip.end() + 20, 22).append(new byte[22]);
        refusedAt(
                longer::read,
                "end of central directory",
                longer.end(),
                "does not end with this record: not a zip file, truncated, or with data after its end");
    }

    @Test
    void refusesAFileThatIsCutOffAnywhere() {
        for (int length = 0; length < zip.array().length; length++) {
            assertThatThrownBy(zip.cut(length)::read)
                    .as("cut to " + length + " bytes")
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void refusesAnEmptyFile() {
        refusedAt(ZipBytes.of(new byte[0])::read, "end of central directory", 0, "is not a zip file or is truncated");
    }

    @Test
    void refusesADirectoryOutsideTheFile() {
        long end = 0x7fffffffL + zip.end() - zip.central(0);
        refusedAt(
                zip.setInt(zip.end() + 16, 0x7fffffff)::read,
                "end of central directory",
                zip.end(),
                "places the end of the central directory at " + end + ", it must be here");
    }

    @Test
    void refusesAZip64EndThatIsNotThere() {
        zip.setInt(zip.end() + 16, -1);
        refusedAt(zip::read, "zip64 locator", zip.end() - 20L, "does not lead to the record before it");
    }

    @Test
    void refusesExtraFields() {
        zip.setShort(zip.central(1) + 28, 1).setShort(zip.central(1) + 30, 4);
        refused(zip::read, zip.central(1) + 47, "1", "has extra fields that this format does not use");
    }

    @Test
    void knowsOnlyOneExceptionWhateverByteIsChanged() throws IOException {
        for (int at = 0; at < zip.array().length; at++) {
            byte kept = zip.array()[at];
            zip.array()[at] ^= 0x55;
            readWhole(zip);
            zip.array()[at] = kept;
        }
    }

    /** Reading changed bytes ends in success or in the one exception that bad content may cause. */
    private static void readWhole(ZipBytes changed) throws IOException {
        try {
            StrictZip read = changed.read();
            for (ZipEntryFacts each : read.entries()) {
                read.readAll(each, 1000);
            }
        } catch (MalformedFileException expected) {
            // The usual outcome.
        }
    }

    private static void refused(ThrowingCallable read, int offset, String index, String problem) {
        refusedAt(read, "central directory entry " + index, offset, problem);
    }

    private static void refusedLocally(ZipBytes zip, String problem) {
        refusedAt(zip::read, "local header of 'b.bin'", zip.local(1), problem);
    }

    private static void refusedEntry(ThrowingCallable read, String problem) {
        assertThatThrownBy(read).isInstanceOf(MalformedFileException.class).hasMessage("x.zip (a.txt): " + problem);
    }

    private static void refusedAt(ThrowingCallable read, String part, long offset, String problem) {
        assertThatThrownBy(read)
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("x.zip (" + part + ") at offset " + offset + ": " + problem);
    }
}
