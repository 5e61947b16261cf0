package io.oemingest.samples.ingest;

import io.oemingest.emulator.cli.EmulatorMain;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ingest emulator}: hands everything behind the verb to the emulator's own program. */
@Command(
        name = EmulatorCommand.NAME,
        description = "Run the emulated service (TEST ONLY); 'ingest emulator --help' shows its options.")
final class EmulatorCommand implements Runnable {
    static final String NAME = "emulator";

    @Unmatched
    private List<String> arguments = List.of();

    @Override
    public void run() {
        EmulatorMain.main(arguments.toArray(new String[0]));
    }
}
