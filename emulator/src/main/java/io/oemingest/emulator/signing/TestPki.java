package io.oemingest.emulator.signing;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * The two hierarchies of one emulator: one that OEMs of the emulator test-sign with, one that the emulator itself signs
 * with, so that it can be seen who signed. Safe for threads.
 */
public final class TestPki {
    private final TestAuthority input;
    private final TestAuthority retail;

    TestPki(TestAuthority input, TestAuthority retail) {
        this.input = input;
        this.retail = retail;
    }

    /** Makes new keys and certificates that are valid from now on. */
    public static TestPki create(PkiOptions options, SecureRandom random, InstantSource time) {
        CertificateMaker maker = new CertificateMaker(options, random, time);
        return new TestPki(TestAuthority.create("Test Input", maker), TestAuthority.create("Emulated Retail", maker));
    }

    /** Signs what is submitted. */
    public TestAuthority input() {
        return input;
    }

    /** Signs what comes back. */
    public TestAuthority retail() {
        return retail;
    }
}
