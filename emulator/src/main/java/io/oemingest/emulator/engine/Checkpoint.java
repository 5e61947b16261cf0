package io.oemingest.emulator.engine;

import java.util.concurrent.CancellationException;

/** Called between two pieces of long work. @throws CancellationException if the work is not wanted any more */
@FunctionalInterface
interface Checkpoint {
    void pass() throws CancellationException;
}
