package io.oemingest.client.violations;

import io.oemingest.gate.Violates;
import java.util.concurrent.CompletableFuture;

/** Breaks a rule on purpose. */
@Violates("no-futures-in-public")
public class FutureInPublic {
    public CompletableFuture<String> submit() {
        return new CompletableFuture<>();
    }
}
