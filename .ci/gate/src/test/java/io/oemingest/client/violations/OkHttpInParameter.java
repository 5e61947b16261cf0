package io.oemingest.client.violations;

import io.oemingest.gate.Violates;
import okhttp3.OkHttpClient;

/** Breaks a rule on purpose. */
@Violates("no-library-types-in-signatures")
public class OkHttpInParameter {
    public void use(OkHttpClient client) {}
}
