package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.ServiceJson;
import io.oemingest.core.internal.wire.ServiceJson.LimitsJson;
import io.oemingest.core.internal.wire.ServiceJson.UpdatePolicyJson;
import io.oemingest.core.model.ProductType;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.ServiceDescription;
import java.util.Set;

/** {@code /v1/service}. */
final class ServiceResource implements Resource {
    private final IngestionEngine engine;

    ServiceResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        ServiceDescription service = engine.describe();
        return Answer.representation(new ServiceJson(
                service.name(),
                service.environment(),
                "v1",
                service.version(),
                service.minimumClientVersion(),
                service.products().stream().map(ProductType::text).toList(),
                new LimitsJson(service.maxArchiveSize(), service.maxPackages(), service.chunkSize()),
                Long.parseLong(Seconds.roundedUp(service.pollingFloor())),
                new UpdatePolicyJson(
                        service.updates().chain().text(), service.updates().strict())));
    }
}
