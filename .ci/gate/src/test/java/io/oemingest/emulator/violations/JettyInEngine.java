package io.oemingest.emulator.violations;

import io.oemingest.gate.Violates;
import org.eclipse.jetty.server.Server;

/** Breaks a rule on purpose. */
@Violates("jetty-in-emulator-http")
class JettyInEngine {
    Server field;
}
