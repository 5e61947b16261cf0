package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionStateTest {
    private static final Set<String> ALLOWED = Set.of(
            "Received > Validating",
            "Validating > Signing",
            "Validating > Failed",
            "Signing > Signed",
            "Signing > Failed",
            "Signing > PendingManualIntervention",
            "PendingManualIntervention > Signing");

    static Stream<Arguments> everyPair() {
        return Stream.of(SubmissionState.values())
                .flatMap(from -> Stream.of(SubmissionState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} > {1}")
    @MethodSource("everyPair")
    void everyPairOfStatesIsAllowedOrRefused(SubmissionState from, SubmissionState to) {
        Submission submission = inState(from);
        if (ALLOWED.contains(from.text() + " > " + to.text())) {
            Submission moved = submission.moved(to, SettableTime.START.plusSeconds(1));
            assertThat(moved.state()).isEqualTo(to);
            assertThat(moved.revision()).isEqualTo(submission.revision() + 1);
            assertThat(moved.changed()).isEqualTo(SettableTime.START.plusSeconds(1));
            assertThat(moved.received()).isEqualTo(SettableTime.START);
        } else {
            assertThatThrownBy(() -> submission.moved(to, SettableTime.START))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("TKT-SIGN-TEST-AAAAAA cannot go from " + from.text() + " to " + to.text());
        }
    }

    @Test
    void exactlySignedAndFailedAreFinal() {
        assertThat(SubmissionState.values())
                .filteredOn(SubmissionState::isFinal)
                .containsExactly(SubmissionState.SIGNED, SubmissionState.FAILED);
    }

    @Test
    void everyStateHasItsSentence() {
        assertThat(Stream.of(SubmissionState.values())
                        .map(SubmissionStateTest::inState)
                        .map(Submission::message))
                .containsExactly(
                        "The submission waits for validation.",
                        "The packages are being validated.",
                        "The packages are being signed.",
                        "Signing waits for the service's operators; there is nothing to do.",
                        "The signed archive is ready.",
                        "The submission has failed.");
    }

    private static Submission inState(SubmissionState state) {
        SubmissionKind kind = new SubmissionKind(
                SubmissionType.PARTIAL_IMAGE, SubmissionContext.CONTEXT_FREE, ProductType.WINDOWS_PHONE_BLUE, false);
        SubmissionOrigin origin =
                new SubmissionOrigin(new UUID(0, 1), "Contoso", Digest.sha256(new byte[0]), 0, kind, 1, null);
        List<StateChange> history = state == SubmissionState.RECEIVED
                ? List.of(new StateChange(state, SettableTime.START))
                : List.of(
                        new StateChange(SubmissionState.RECEIVED, SettableTime.START),
                        new StateChange(state, SettableTime.START));
        return new Submission(new SubmissionTicket("TKT-SIGN-TEST-AAAAAA"), 1, origin, history, null, null);
    }
}
