package io.oemingest.core.update;

import io.oemingest.core.model.FirmwareVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and everything by which it is judged.
 *
 * @param environment of the service: {@code TEST} or {@code PROD}
 * @param target null if there is no such submission, or the request is for an operating system alone
 * @param source null if there is no such submission, or the request names none
 * @param lowestBaseline the lowest version among the baselines of the phone and operator; null if there is none
 * @param chain requests that there are for the phone and operator, in the order of their creation
 */
public record UpdateSituation(
        UpdateOrder order,
        String environment,
        @Nullable UpdateImage target,
        @Nullable UpdateImage source,
        @Nullable FirmwareVersion lowestBaseline,
        List<UpdateLink> chain) {
    public UpdateSituation {
        chain = List.copyOf(chain);
    }
}
