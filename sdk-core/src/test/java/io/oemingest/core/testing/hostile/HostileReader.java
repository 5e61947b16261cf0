package io.oemingest.core.testing.hostile;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One reader as an attacker meets it: bytes go in, and either all facts come out or a refusal.
 *
 * @param name the reader's name in tables and the folder of its regression files
 * @param fixtures makes small good files, each small enough to change every byte of it
 * @param reading reads everything that can be read, and checks what must hold of whatever was accepted
 */
public record HostileReader(String name, Callable<List<byte[]>> fixtures, Reading reading) {
    /** Small, so that a lie costs little before it is found out. */
    public static final FormatLimits LIMITS =
            FormatLimits.defaults().withMaxInMemory(1 << 20).withMaxExpanded(1 << 20);

    /** The name that every source has. */
    public static final String FILE = "hostile";

    /** Reads a source whole. */
    @FunctionalInterface
    public interface Reading {
        void read(ByteSource source) throws IOException, VerificationException;
    }

    /** Whether the bytes were accepted. Everything else than acceptance or one clear refusal is thrown on. */
    public boolean accepts(byte[] bytes) throws IOException {
        try {
            reading.read(ByteSource.of(FILE, bytes));
            return true;
        } catch (MalformedFileException | VerificationException e) {
            return false;
        }
    }

    /** The small good files. */
    public List<byte[]> makeFixtures() {
        try {
            return fixtures.call();
        } catch (Exception e) {
            throw new IllegalStateException("No fixtures for " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
