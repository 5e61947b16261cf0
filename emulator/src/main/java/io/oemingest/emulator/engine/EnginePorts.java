package io.oemingest.emulator.engine;

import io.oemingest.emulator.port.Identifiers;
import io.oemingest.emulator.port.PackageSigningPort;
import io.oemingest.emulator.port.WorkQueue;
import java.time.InstantSource;

/** Everything the engine takes from outside. */
public record EnginePorts(
        InstantSource time, Identifiers ids, EngineStores stores, PackageSigningPort signer, WorkQueue queue) {}
