package io.oemingest.client;

import io.oemingest.client.Waiter.Look;
import io.oemingest.client.Waiter.Watched;
import io.oemingest.client.internal.http.Answer;
import io.oemingest.client.internal.http.Content;
import io.oemingest.client.internal.http.HttpCall;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.PhoneHistoryJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdatePageJson;
import io.oemingest.core.internal.wire.ServiceJson;
import io.oemingest.core.internal.wire.UpdateApprovalJson;
import io.oemingest.core.internal.wire.UpdateContentJson;
import io.oemingest.core.internal.wire.UpdateRetryJson;
import io.oemingest.core.internal.wire.update.ContentWire;
import io.oemingest.core.internal.wire.update.HistoryWire;
import io.oemingest.core.internal.wire.update.RequestReader;
import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdatePlanner;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.update.UpdateStage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Requests for update of the account. Safe for threads. Every method blocks; an interrupt ends the call here and never
 * the work at the service. All methods throw {@link ServiceException}, {@link TransportException},
 * {@link UnexpectedResponseException} and {@link CallInterruptedException}, and those that name a ticket
 * {@link TicketDoesNotExistException} if there is no such one. What changes something is repeated after a lost answer
 * without happening twice.
 */
public final class RequestsForUpdate {
    private final Api api;
    private final Retries retries;
    private final Waiter waiter;
    private final IdempotencyKeys keys;

    RequestsForUpdate(Api api, Retries retries, Waiter waiter, IdempotencyKeys keys) {
        this.api = api;
        this.retries = retries;
        this.waiter = waiter;
        this.keys = keys;
    }

    /**
     * Asks for an update. What the service finds odd about it and accepts is among the warnings of the request.
     *
     * @throws ServiceException with the reason of the first finding and all {@link ServiceException#findings}, if a rule
     *     refuses it
     */
    public RequestForUpdate create(UpdateOrder order) {
        return post(Paths.REQUESTS_FOR_UPDATE, UpdateWire.toWire(order), 201);
    }

    /**
     * What requests for a phone and operator are judged by: its images, the requests that there are, and what becomes of
     * other tickets that somebody plans with, such as those of images that are not signed yet.
     *
     * @throws ServiceException with InvalidRequest for a blank name, with ResubmissionTicket for the ticket of a submission
     *     that was sent again
     */
    public PhoneHistory history(String deviceName, String operatorId, SubmissionTicket... others) {
        return api.get(
                Paths.phoneHistory(deviceName, operatorId, List.of(others)),
                PhoneHistoryJson.class,
                HistoryWire::toModel);
    }

    /** Plans for this service: in its environment, and strictly unless it says how it judges. */
    public UpdatePlanner planner() {
        ServiceInfo service = api.get(Paths.SERVICE, ServiceJson.class, WireModels::service);
        return new UpdatePlanner(
                Objects.requireNonNullElse(service.updates(), UpdatePolicy.STRICT), service.environment());
    }

    /**
     * Asks for what a plan lacks, in its order, up to the first refusal, which is a value here. A request that is there, by
     * whoever made it, is not made again, so that a plan may be applied as often as needed, also after an application that was
     * cut off and beside another one. A request that was cancelled, given up or withdrawn counts as not there.
     *
     * @throws IllegalArgumentException if the plan is not possible
     */
    public AppliedPlan apply(UpdatePlan plan) {
        return apply(plan, step -> {});
    }

    /** As {@link #apply(UpdatePlan)}; a listener hears of each request as soon as it is there, and ends it all by an exception. */
    public AppliedPlan apply(UpdatePlan plan, Consumer<? super AppliedPlan.Step> listener) {
        return new PlanApplier(this).apply(plan, listener);
    }

    /** Where the request stands now; the service may be unable to tell this time (rule STA-05). */
    public RequestForUpdate read(RequestForUpdateTicket ticket) {
        return waiter.look(watched(ticket));
    }

    /** Waits until the request is at its end or can only be tried again, at most so long. */
    public UpdateOutcome await(RequestForUpdateTicket ticket, Duration atMost) {
        return await(ticket, UpdateStage.LIVE, atMost);
    }

    /**
     * As {@link #await(RequestForUpdateTicket, Duration)}, but no longer than until the request has come to a stage. A
     * service that wants to be asked less often than the time left allows ends the wait early.
     *
     * @throws IllegalArgumentException if the stage is none on the way from accepted to live
     */
    public UpdateOutcome await(RequestForUpdateTicket ticket, UpdateStage stage, Duration atMost) {
        UpdateGoal goal = new UpdateGoal(stage);
        Look<RequestForUpdate> last = waiter.await(watched(ticket), goal::isDecided, atMost);
        return goal.outcome(last);
    }

    /** The first page of all requests, the newest first. */
    public RequestForUpdatePage list() {
        return list(RequestForUpdateFilter.all());
    }

    /** A page of the requests that the filter lets through, the newest first. */
    public RequestForUpdatePage list(RequestForUpdateFilter filter) {
        return api.get(
                Paths.REQUESTS_FOR_UPDATE + filter.query(), RequestForUpdatePageJson.class, WireModels::updatePage);
    }

    /**
     * All requests that the filter lets through, the newest first, from its cursor on if it has one. Each page is asked
     * for when the stream comes to it, which may throw then. For one thread.
     */
    public Stream<RequestForUpdate> listAll(RequestForUpdateFilter filter) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new RequestPages(this::list, filter), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    /**
     * What the update brings, package by package.
     *
     * @throws ServiceException with InvalidState if it is of an operating system alone, or the service cannot tell
     */
    public UpdateContent content(RequestForUpdateTicket ticket) {
        return api.get(Paths.requestForUpdate(ticket) + "/content", UpdateContentJson.class, ContentWire::toModel);
    }

    /**
     * Approves the update in preview; once both parties have, it goes live (rules APR-02, APR-07).
     *
     * @throws ServiceException with InvalidState if it cannot be approved now (rule APR-06)
     */
    public RequestForUpdate approve(RequestForUpdateTicket ticket, ApprovalParty party) {
        return post(Paths.requestForUpdate(ticket) + "/approvals", new UpdateApprovalJson(party.text()), 200);
    }

    /** Has an update that could not be made tried again (rule STA-02). @throws ServiceException with InvalidState otherwise */
    public RequestForUpdate retry(RequestForUpdateTicket ticket) {
        return post(Paths.requestForUpdate(ticket) + "/retries", new UpdateRetryJson(false), 202);
    }

    /** Leaves an update that could not be made at that (rule STA-03). @throws ServiceException with InvalidState otherwise */
    public RequestForUpdate giveUp(RequestForUpdateTicket ticket) {
        return post(Paths.requestForUpdate(ticket) + "/retries", new UpdateRetryJson(true), 202);
    }

    /**
     * Cancels the request; a second time changes nothing (rules CAN-01, CAN-06, CAN-07).
     *
     * @throws ServiceException with AlreadyLive if it is approved to ship live (rule CAN-02), with InvalidState if it has
     *     come to another end
     */
    public void cancel(RequestForUpdateTicket ticket) {
        HttpCall call = api.request("POST", Paths.requestForUpdate(ticket) + "/cancellation")
                .content(Content.none());
        retries.call(() -> {
            try (Answer answer = api.send(call, Set.of(204))) {
                return answer.status();
            }
        });
    }

    private RequestForUpdate post(String path, Record body, int wanted) {
        HttpCall call = api.request("POST", path)
                .header("Idempotency-Key", keys.next())
                .content(Content.json(Json.write(body)));
        return retries.call(() -> {
            try (Answer answer = api.send(call, Set.of(wanted))) {
                return api.read(answer, RequestForUpdateJson.class, RequestReader::read);
            }
        });
    }

    private static Watched<RequestForUpdateJson, RequestForUpdate> watched(RequestForUpdateTicket ticket) {
        return new Watched<>(
                Paths.requestForUpdate(ticket),
                RequestForUpdateJson.class,
                RequestReader::read,
                "the update of " + ticket,
                true);
    }
}
