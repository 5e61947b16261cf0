package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.EngineFixture.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two OEMs and an operator do what comes to their minds, and after every step the engine answers what the model does. */
class UpdateModelTest {
    private static final int EPISODES = 300;
    private static final int STEPS = 420;

    private final List<ModelImage> images = Stream.of(CONTOSO, FABRIKAM)
            .flatMap(each -> ModelImage.of(each).stream())
            .toList();
    private final TreeSet<String> seen = new TreeSet<>();

    private List<String> steps;
    private EngineFixture fixture;
    private UpdateDesk desk;
    private ReferenceModel model;
    private ModelActions actions;

    @TempDir
    private Path folder;

    /** Something that the engine is asked. */
    private interface Question {
        RequestForUpdate ask() throws Refusal;
    }

    @Test
    void theEngineAnswersAsTheModelDoesForAHundredThousandSteps() throws IOException {
        for (int seed = 0; seed < EPISODES; seed++) {
            episode(seed);
        }
        assertThat(EPISODES * STEPS).isGreaterThanOrEqualTo(100_000);
        // What was never reached proves nothing.
        assertThat(seen)
                .contains("Accepted", "GenerationFailed", "Preview", "Approved", "Live", "TrialPublished")
                .contains("GivenUp", "Cancelled", "Withdrawn", "FailedToRetrieveStatus")
                .contains("TKT-05", "RFU-02", "RFU-06", "RFU-07", "RFU-08", "RFU-11", "RFU-12", "RFU-15", "RFU-16")
                .contains("RFU-18", "RFU-19", "RFU-20", "RFU-21", "RFU-25", "RFU-27", "AKO-01", "AKO-07", "AKO-08")
                .contains("APR-06", "CAN-02", "CAN-04", "CAN-07")
                .contains("warned RFU-13", "warned RFU-14", "warned RFU-15", "warned RFU-18", "warned RFU-22");
    }

    private void episode(int seed) throws IOException {
        steps = new ArrayList<>();
        model = new ReferenceModel(images);
        actions = new ModelActions(new SplittableRandom(seed), model);
        try (EngineFixture started = new EngineFixture(folder.resolve("data" + seed))) {
            fixture = started;
            desk = fixture.engine.requestsForUpdate();
            images.forEach(each -> each.enterInto(fixture.engine));
            for (int i = 0; i < STEPS; i++) {
                step();
            }
        }
    }

    private void step() {
        int which = actions.percent();
        Account asker = actions.anybody();
        String ticket = actions.ticket();
        if (which < 22) {
            Account oem = actions.oem();
            ModelOrder order = actions.order(oem);
            expect(oem + " asks for " + order, model.create(oem, order), () -> desk.create(oem, order.order()));
        } else if (which < 47) {
            same("work", Boolean.toString(model.runNext()), Boolean.toString(fixture.queue.runNext()));
        } else if (which < 65) {
            boolean asOem = actions.percent() < 50;
            ApprovalParty party = asOem ? ApprovalParty.OEM : ApprovalParty.MOBILE_OPERATOR;
            String answer = model.approve(asker, ticket, asOem);
            expect(asker + " approves " + ticket + " as " + party, answer, () -> desk.approve(asker, ticket, party));
        } else if (which < 70) {
            boolean giveUp = actions.percent() < 40;
            String answer = model.retry(asker, ticket, giveUp);
            expect(
                    asker + (giveUp ? " gives up " : " retries ") + ticket,
                    answer,
                    () -> giveUp ? desk.giveUp(asker, ticket) : desk.retry(asker, ticket));
        } else if (which < 77) {
            expect(asker + " cancels " + ticket, model.cancel(asker, ticket), () -> desk.cancel(asker, ticket));
        } else if (which < 89) {
            expect(asker + " reads " + ticket, model.read(asker, ticket), () -> desk.find(asker, ticket));
        } else if (which < 95) {
            list(asker);
        } else {
            operate(ticket.strip());
        }
    }

    private void list(Account asker) {
        ModelList wanted = actions.list();
        same(asker + " lists " + wanted, model.list(asker, wanted), listed(asker, wanted.query()));
    }

    private String listed(Account asker, UpdateQuery query) {
        try {
            Page<RequestForUpdate> page = desk.list(asker, query);
            String next = page.nextCursor() == null ? "" : " before " + page.nextCursor();
            return page.items().stream().map(UpdateModelTest::shown).toList() + next;
        } catch (Refusal e) {
            return told(e);
        }
    }

    /** What only the operators of the service do. */
    private void operate(String ticket) {
        ModelRequest request = model.find(ticket);
        if (request != null && actions.percent() < 40) {
            request.unavailable++;
            desk.failStatus(new RequestForUpdateTicket(request.ticket), 1);
            steps.add("no status of " + ticket);
        } else if (request != null) {
            same("withdraw " + ticket, Boolean.toString(model.withdraw(ticket)), withdrawn(request.ticket));
        }
    }

    private String withdrawn(String ticket) {
        try {
            desk.withdraw(new RequestForUpdateTicket(ticket), "Recalled.");
            return "true";
        } catch (IllegalStateException e) {
            return "false";
        }
    }

    private void expect(String step, String expected, Question question) {
        String answer;
        try {
            RequestForUpdate request = question.ask();
            answer = shown(request);
            seen.add(request.stage().text());
            seen.add(request.status().word());
            request.warnings().forEach(each -> seen.add("warned " + each.rule()));
        } catch (Refusal e) {
            answer = told(e);
            blocking(e).forEach(seen::add);
        }
        same(step, expected, answer);
    }

    private void same(String step, String expected, String answer) {
        steps.add(step + " -> " + answer);
        if (!expected.equals(answer)) {
            throw new AssertionError("The model says  " + expected + "\nthe engine said " + answer + "\nafter\n"
                    + String.join("\n", steps));
        }
    }

    private static String told(Refusal refusal) {
        return refusal.reason().text() + " " + blocking(refusal);
    }

    private static List<String> blocking(Refusal refusal) {
        return refusal.findings().stream()
                .filter(each -> each.severity() == Severity.BLOCK)
                .map(each -> each.rule().text())
                .toList();
    }

    private static String shown(RequestForUpdate request) {
        Integer error = request.status().errorCode();
        return String.join(
                "|",
                request.ticket().id(),
                Long.toString(request.number()),
                request.typeWord(),
                request.deviceName() + "/" + request.operatorId(),
                request.stage().text(),
                request.status().word() + " " + (error == null ? 0 : error),
                new TreeSet<>(request.approvals())
                                .stream().map(Enum::name).sorted().toList() + " " + request.approved(),
                request.operations().stream()
                        .map(each -> each.name() + (each.by() == null ? "" : " by " + each.by()))
                        .toList()
                        .toString(),
                told(request.cancellation()),
                request.warnings().stream().map(Finding::rule).toList().toString());
    }

    private static String told(@Nullable UpdateCancellation cancellation) {
        if (cancellation == null) {
            return "";
        }
        return cancellation.kind().name()
                + (cancellation.replacedBy() == null ? "" : " by " + cancellation.replacedBy());
    }
}
