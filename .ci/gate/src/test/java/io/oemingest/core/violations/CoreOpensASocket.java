package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import java.net.Socket;

/** Breaks a rule on purpose. */
@Violates("core-without-network")
class CoreOpensASocket {
    Socket field;
}
