package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.BaselineListJson;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.emulator.engine.BaselineFilter;
import io.oemingest.emulator.engine.IngestionEngine;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/baselines}. */
final class BaselinesResource implements Resource {
    private static final Set<String> NAMES = Set.of("product", "manufacturer", "model", "operator", "version");

    private final IngestionEngine engine;

    BaselinesResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        Map<String, String> query = QueryParameters.known(call.query(), NAMES);
        PhoneOperatorPairing pairing = new PhoneOperatorPairing(
                QueryParameters.required(query, "manufacturer"),
                QueryParameters.required(query, "model"),
                QueryParameters.required(query, "operator"));
        BaselineFilter filter = new BaselineFilter(product(query), pairing, version(query.get("version")));
        return Answer.representation(BaselineListJson.of(engine.baselines(call.account(), filter)));
    }

    private static ProductType product(Map<String, String> query) throws HttpRefusal {
        String text = QueryParameters.required(query, "product");
        ProductType product = ProductType.parseOrNull(text);
        if (product == null) {
            throw HttpRefusal.badRequest("There is no product '" + text + "'.");
        }
        return product;
    }

    private static @Nullable FirmwareVersion version(@Nullable String text) throws HttpRefusal {
        FirmwareVersion version = text == null ? null : FirmwareVersion.parseOrNull(text);
        if (text != null && version == null) {
            throw HttpRefusal.badRequest("The version '" + text + "' is not four numbers from 0 to 65535.");
        }
        return version;
    }
}
