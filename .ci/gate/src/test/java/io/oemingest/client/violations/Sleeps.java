package io.oemingest.client.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("no-sleep")
class Sleeps {
    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}
