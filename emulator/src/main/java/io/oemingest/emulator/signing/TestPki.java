package io.oemingest.emulator.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * The two hierarchies of one emulator: one that OEMs of the emulator test-sign with, one that the emulator itself signs
 * with, so that it can be seen who signed. Safe for threads.
 */
public final class TestPki {
    private static final String INPUT = "Test Input";
    private static final String RETAIL = "Emulated Retail";

    private final TestAuthority input;
    private final TestAuthority retail;

    TestPki(TestAuthority input, TestAuthority retail) {
        this.input = input;
        this.retail = retail;
    }

    /** Makes new keys and certificates that are valid from now on. */
    public static TestPki create(PkiOptions options, SecureRandom random, InstantSource time) {
        CertificateMaker maker = new CertificateMaker(options, random, time);
        return new TestPki(TestAuthority.create(INPUT, maker), TestAuthority.create(RETAIL, maker));
    }

    /**
     * Goes on with the keys that a folder keeps ({@code input.p12}, {@code retail.p12}, readable by their owner alone), or
     * makes all of them and keeps them there.
     *
     * @param options for new keys; kept ones stay what they are
     * @throws IOException if the files cannot be read or written, or are no longer valid at this time
     */
    public static TestPki open(Path folder, PkiOptions options, SecureRandom random, InstantSource time)
            throws IOException {
        CertificateMaker maker = new CertificateMaker(options, random, time);
        KeyFile input = new KeyFile(folder.resolve("input.p12"));
        KeyFile retail = new KeyFile(folder.resolve("retail.p12"));
        if (!input.exists() && !retail.exists()) {
            TestPki made = create(options, random, time);
            input.write(made.input.allKeys());
            retail.write(made.retail.allKeys());
        }
        return new TestPki(
                TestAuthority.kept(INPUT, maker, input, time.instant()),
                TestAuthority.kept(RETAIL, maker, retail, time.instant()));
    }

    /** Whether a folder keeps keys that {@link #open} would go on with. */
    public static boolean isKept(Path folder) {
        return new KeyFile(folder.resolve("input.p12")).exists() || new KeyFile(folder.resolve("retail.p12")).exists();
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
