package io.oemingest.emulator.cli;

import io.oemingest.emulator.IngestionEmulator;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ingestion-emulator " + IngestionEmulator.version() + " (TEST ONLY)"};
    }
}
