package io.oemingest.emulator;

/** Stands for any class of the emulator. */
public final class AccompliceOfTheEmulator {}
