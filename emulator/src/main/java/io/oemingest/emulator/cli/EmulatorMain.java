package io.oemingest.emulator.cli;

import io.oemingest.emulator.IngestionEmulator;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** The emulator as a program: {@code java -cp … io.oemingest.emulator.cli.EmulatorMain --help}. */
public final class EmulatorMain {
    private EmulatorMain() {}

    /** Runs until a signal ends the process, in order and with the exit code of that signal; 1 if it cannot start, 2 for wrong arguments. */
    public static void main(String... args) {
        System.exit(commandLine(EmulatorMain::untilTheEnd).execute(args));
    }

    static CommandLine commandLine(EmulatorCommand.Session session) {
        return new CommandLine(new EmulatorCommand(session)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static void untilTheEnd(IngestionEmulator emulator) {
        CountDownLatch end = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    emulator.close();
                    end.countDown();
                },
                "ingestion-emulator-end");
        Runtime.getRuntime().addShutdownHook(closing);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
