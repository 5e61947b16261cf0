package io.oemingest.client.violations;

import io.oemingest.gate.Violates;
import java.util.List;
import okhttp3.Response;

/** Breaks a rule on purpose. */
@Violates("no-library-types-in-signatures")
public class OkHttpInGenericSignature {
    public List<Response> answers() {
        return List.of();
    }
}
