package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.http.Route.Demand;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a route demands before its resource is asked: method, versions, account. */
final class Gate {
    private static final String BEARER = "Bearer ";

    private final IngestionEngine engine;

    Gate(IngestionEngine engine) {
        this.engine = engine;
    }

    /** The client's version is below the service's minimum. */
    static final class ClientTooOld extends Exception {
        private static final long serialVersionUID = 1L;

        private final String client;
        private final String minimum;

        ClientTooOld(String client, String minimum) {
            super(client + " is below " + minimum);
            this.client = client;
            this.minimum = minimum;
        }

        String client() {
            return client;
        }

        String minimum() {
            return minimum;
        }
    }

    void check(Route route, Call call) throws Refusal, HttpRefusal, ClientTooOld {
        requireMethod(route, call);
        if (call.method().equals("OPTIONS")) {
            return;
        }
        if (route.demands(Demand.TUS)) {
            Tus.requireVersion(call);
        }
        if (route.demands(Demand.VERSION)) {
            requireVersion(call.header("Ingestion-Client-Version"));
        }
        if (route.demands(Demand.ACCOUNT)) {
            call.authenticated(engine.authenticate(bearerToken(call.header("Authorization"))));
        }
    }

    private static void requireMethod(Route route, Call call) throws HttpRefusal {
        Set<String> methods = route.resource().methods();
        boolean head = call.method().equals("HEAD") && methods.contains("GET");
        if (!head && !methods.contains(call.method())) {
            throw new HttpRefusal(
                    405,
                    ReasonCode.INVALID_REQUEST,
                    call.method() + " is not allowed here.",
                    Map.of("Allow", route.allowed()));
        }
    }

    private void requireVersion(@Nullable String client) throws HttpRefusal, ClientTooOld {
        if (client == null) {
            return;
        }
        if (!ClientVersion.isVersion(client)) {
            throw HttpRefusal.badRequest("Ingestion-Client-Version is no version.");
        }
        String minimum = engine.describe().minimumClientVersion();
        if (ClientVersion.isBelow(client, minimum)) {
            throw new ClientTooOld(client, minimum);
        }
    }

    private static @Nullable String bearerToken(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
