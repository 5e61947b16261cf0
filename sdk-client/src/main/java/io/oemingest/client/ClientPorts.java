package io.oemingest.client;

import io.oemingest.client.internal.retry.Sleeper;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the client needs from outside besides the network. */
record ClientPorts(InstantSource time, Sleeper sleeper, RandomGenerator random) {}
