package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import org.slf4j.Logger;

/** Breaks a rule on purpose. */
@Violates("sdk-without-logging")
class CoreLogs {
    Logger field;
}
