package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionArgumentException;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionFacts;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext.Side;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.emulator.fixture.Fixture;
import io.oemingest.emulator.fixture.FixtureFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture before client, dry run and service, with equal knowledge: the same finding, that one alone, or none at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameVerdictTest {
    // Signatures are judged by the packages themselves, which a dry run lacks.
    private static final Set<String> ONLY_OF_FILES = Set.of("PKG-18");

    @TempDir
    private Path folder;

    private final Map<String, HttpOem> oems = new TreeMap<>();
    private IngestionEmulator emulator;

    @BeforeAll
    void start() throws IOException {
        EmulatorOptions.Builder options = IngestionEmulator.builder().quickKeys();
        Map<String, EmulatedAccount> accounts = new TreeMap<>();
        fixtures().forEach(each -> {
            EmulatedAccount account = each.account("unused");
            accounts.put(account.oemId(), each.account("token of " + account.oemId()));
        });
        accounts.values().forEach(options::account);
        emulator = options.start();
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isOneInAllThreePlaces(Fixture fixture) throws Exception {
        FixtureFiles files = fixture.writeTo(folder.resolve(fixture.name()), emulator::inputSigner);
        files.enterInto(emulator);
        HttpOem oem = oems.computeIfAbsent(
                fixture.account("unused").oemId(), oemId -> new HttpOem(emulator.uri(), emulator.token(oemId)));
        List<Finding> client = client(files, folder.resolve(fixture.name() + ".client.zip"));
        List<Finding> dry = dryRun(oem, files);
        List<Finding> service = service(oem, files.writeArchive(folder.resolve(fixture.name() + ".zip")));
        assertThat(ids(client)).as("client").isEqualTo(expected(fixture, Side.CLIENT));
        assertThat(ids(service)).as("service").isEqualTo(expected(fixture, Side.SERVICE));
        assertSame(client, service);
        if (!ONLY_OF_FILES.contains(fixture.name())) {
            assertThat(ids(dry)).as("dry run").isEqualTo(ids(service));
            assertSame(dry, service);
        }
    }

    /** Unless one of the two finds nothing, because the rule is not of its side, or under its own id. */
    private static void assertSame(List<Finding> one, List<Finding> other) {
        if (ids(one).equals(ids(other))) {
            assertThat(other)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                    .isEqualTo(one);
        }
    }

    private static List<Finding> client(FixtureFiles files, Path archive) throws IOException {
        SubmissionPreparer preparer = new SubmissionPreparer(files.context(PreparerOptions.of("test", "1")));
        try {
            return sound(preparer.prepare(files.arguments(archive)).report());
        } catch (SubmissionRejectedException e) {
            return sound(e.report());
        } catch (SubmissionArgumentException e) {
            return e.findings();
        }
    }

    private static List<Finding> dryRun(HttpOem oem, FixtureFiles files) throws Exception {
        SubmissionContentsReader.ReadSubmission read =
                new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE).read(files.submission());
        return report(
                oem.post("v1/checks", SubmissionFacts.write(read.contents().withSignAs(files.signAs()), read.files())));
    }

    private static List<Finding> service(HttpOem oem, Path archive) throws Exception {
        String ticket = oem.ticketOf(oem.submit(archive));
        oem.finalState(ticket);
        return report(oem.get("v1/submissions/" + ticket + "/validation-report"));
    }

    private static List<Finding> report(HttpResponse<byte[]> answer) throws IOException {
        return sound(JsonReport.read(new ByteArrayInputStream(answer.body()), "report", FormatLimits.defaults()));
    }

    private static List<Finding> sound(ValidationReport report) {
        assertThat(report.ruleFailures()).isEmpty();
        return report.findings();
    }

    private static List<RuleId> ids(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static List<RuleId> expected(Fixture fixture, Side side) {
        RuleId found = fixture.found(side);
        return found == null ? List.of() : List.of(found);
    }

    static Stream<Fixture> fixtures() {
        return Stream.concat(Fixture.sound().stream(), Fixture.broken().stream());
    }
}
