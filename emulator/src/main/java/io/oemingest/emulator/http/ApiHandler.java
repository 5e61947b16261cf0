package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.DecisionLog;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.http.Route.Demand;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request's way: find the route, check what it demands, ask the resource, apply conditions, send. */
final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final List<Route> routes;
    private final Gate gate;
    private final Problems problems;
    private final DecisionLog decisions;
    private final Supplier<UUID> correlationIds;
    private final String serviceVersion;

    ApiHandler(IngestionEngine engine, List<Route> routes, Supplier<UUID> correlationIds) {
        this.routes = List.copyOf(routes);
        this.gate = new Gate(engine);
        this.problems = new Problems(engine.describe().pollingFloor());
        this.decisions = engine.decisions();
        this.correlationIds = correlationIds;
        this.serviceVersion = engine.describe().version();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Call call = new Call(request, correlationIds.get());
        Route route = route(call);
        Answer answer = answer(route, call);
        if (route != null && route.demands(Demand.TUS)) {
            answer = answer.with("Tus-Resumable", Tus.VERSION);
        }
        AnswerWriter.send(withCommonHeaders(answer, call.correlationId()), request, response, callback);
        LOG.debug(
                "{} {} -> {} correlation {} trace {}",
                call.method(),
                call.path(),
                answer.status(),
                call.correlationId(),
                call.header("traceparent"));
        return true;
    }

    /** What Jetty refuses by itself, such as headers that are too large, in the same form as everything else. */
    boolean handleError(Request request, Response response, Callback callback) {
        UUID id = correlationIds.get();
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        if (status == 500) {
            Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
            LOG.error("Request {} failed", id, cause instanceof Throwable thrown ? thrown : null);
        }
        Answer answer = status == 500 ? problems.internalError(id) : problems.unreadable(status, id);
        AnswerWriter.send(withCommonHeaders(answer, id), request, response, callback);
        return true;
    }

    private Answer withCommonHeaders(Answer answer, UUID correlationId) {
        return answer.with(
                Map.of("Correlation-Id", correlationId.toString(), "Ingestion-Service-Version", serviceVersion));
    }

    private @Nullable Route route(Call call) {
        for (Route route : routes) {
            if (route.matches(call.segments())) {
                return route;
            }
        }
        return null;
    }

    private Answer answer(@Nullable Route route, Call call) {
        try {
            return Conditions.apply(call, ask(route, call));
        } catch (Refusal refusal) {
            decisions.refused(call.correlationId(), call.knownAccount(), refusal);
            return problems.of(refusal, call.correlationId());
        } catch (HttpRefusal refusal) {
            decisions.refused(call.correlationId(), call.knownAccount(), refusal.reason(), refusal.detail());
            return problems.of(refusal, call.correlationId());
        } catch (Gate.ClientTooOld tooOld) {
            decisions.refused(
                    call.correlationId(),
                    call.knownAccount(),
                    ReasonCode.CLIENT_VERSION_NOT_SUPPORTED,
                    tooOld.client() + " is below " + tooOld.minimum() + ".");
            return problems.clientTooOld(tooOld.client(), tooOld.minimum(), call.correlationId());
        } catch (IOException | RuntimeException e) {
            return failure(call, e);
        }
    }

    private Answer ask(@Nullable Route route, Call call) throws Refusal, HttpRefusal, Gate.ClientTooOld, IOException {
        if (route == null) {
            throw new HttpRefusal(404, ReasonCode.INVALID_REQUEST, "There is nothing at " + call.path() + ".");
        }
        boolean options = call.method().equals("OPTIONS");
        if (options && !route.resource().methods().contains("OPTIONS")) {
            return Answer.empty(204).with("Allow", route.allowed());
        }
        gate.check(route, call);
        Answer answer = route.resource().answer(call);
        return options ? answer.with("Allow", route.allowed()) : answer;
    }

    private Answer failure(Call call, Exception e) {
        if (call.body().brokeOff()) {
            LOG.debug("The body of request {} broke off", call.correlationId(), e);
            return problems.bodyBrokeOff(call.correlationId());
        }
        LOG.error("Request {} to {} {} failed", call.correlationId(), call.method(), call.path(), e);
        return problems.internalError(call.correlationId());
    }
}
