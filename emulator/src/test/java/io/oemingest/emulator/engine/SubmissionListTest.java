package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionListTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;

    @TempDir
    private Path folder;

    private EngineFixture fixture;

    @BeforeEach
    void submitFive() throws Exception {
        fixture = new EngineFixture(folder.resolve("data"));
        TestArchives archives = new TestArchives(folder);
        for (String name : List.of("A", "B", "C", "D", "E")) {
            fixture.submitted(CONTOSO, archives.contextFree(name));
        }
        fixture.submitted(EngineFixture.FABRIKAM, archives.contextFree("A"));
        fixture.queue.runNext();
    }

    @Test
    void listsOwnSubmissionsNewestFirst() throws Refusal {
        assertThat(codes(fixture.engine.submissions(CONTOSO, SubmissionQuery.all())))
                .containsExactly("05", "04", "03", "02", "01");
    }

    @Test
    void cutsTheListIntoPagesThatStandStillWhileNewOnesArrive() throws Exception {
        SubmissionQuery query = new SubmissionQuery(null, null, null, 2);
        Page<Submission> first = fixture.engine.submissions(CONTOSO, query);
        assertThat(codes(first)).containsExactly("05", "04");
        fixture.submitted(CONTOSO, new TestArchives(folder.resolve("more")).contextFree("F"));
        Page<Submission> second = fixture.engine.submissions(CONTOSO, query.after(first.nextCursor()));
        assertThat(codes(second)).containsExactly("03", "02");
        Page<Submission> third = fixture.engine.submissions(CONTOSO, query.after(second.nextCursor()));
        assertThat(codes(third)).containsExactly("01");
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void filtersByStateAndType() throws Refusal {
        assertThat(codes(fixture.engine.submissions(
                        CONTOSO, new SubmissionQuery(SubmissionState.SIGNING, SubmissionType.PARTIAL_IMAGE, null, 9))))
                .containsExactly("01");
        assertThat(codes(fixture.engine.submissions(CONTOSO, new SubmissionQuery(null, SubmissionType.IMAGE, null, 9))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesALimitThatCannotBe(int limit) {
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The limit is 1 to 200, not " + limit + ".",
                false,
                () -> fixture.engine.submissions(CONTOSO, new SubmissionQuery(null, null, null, limit)));
    }

    @Test
    void refusesACursorOfSomebodyElse() {
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The cursor 'abc' is not one of this service.",
                false,
                () -> fixture.engine.submissions(CONTOSO, SubmissionQuery.all().after("abc")));
    }

    private static List<String> codes(Page<Submission> page) {
        List<String> codes = new ArrayList<>();
        page.items().forEach(entry -> codes.add(entry.ticket().id().substring("TKT-SIGN-TEST-TEST".length())));
        return codes;
    }
}
