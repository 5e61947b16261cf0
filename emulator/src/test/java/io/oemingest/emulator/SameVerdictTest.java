package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture before client and service, with equal knowledge: the same finding, that one alone, or none at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameVerdictTest {
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
    void isOneOnBothSides(Fixture fixture) throws Exception {
        FixtureFiles files = fixture.writeTo(folder.resolve(fixture.name()), emulator::inputSigner);
        List<Finding> client = client(files, folder.resolve(fixture.name() + ".client.zip"));
        List<Finding> service = service(fixture, files);
        assertThat(ids(client)).as("client").isEqualTo(expected(fixture, Side.CLIENT));
        assertThat(ids(service)).as("service").isEqualTo(expected(fixture, Side.SERVICE));
        if (ids(client).equals(ids(service))) {
            assertThat(service)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                    .isEqualTo(client);
        }
    }

    private List<Finding> client(FixtureFiles files, Path archive) throws IOException {
        SubmissionPreparer preparer = new SubmissionPreparer(files.context(PreparerOptions.of("test", "1")));
        try {
            return sound(preparer.prepare(files.submission(), archive).report());
        } catch (SubmissionRejectedException e) {
            return sound(e.report());
        }
    }

    private List<Finding> service(Fixture fixture, FixtureFiles files) throws Exception {
        files.enterInto(emulator);
        HttpOem oem = oems.computeIfAbsent(
                fixture.account("unused").oemId(), oemId -> new HttpOem(emulator.uri(), emulator.token(oemId)));
        Path archive = files.writeArchive(folder.resolve(fixture.name() + ".zip"));
        String ticket = oem.ticketOf(oem.submit(archive));
        oem.finalState(ticket);
        HttpResponse<byte[]> report = oem.get("v1/submissions/" + ticket + "/validation-report");
        return sound(JsonReport.read(new ByteArrayInputStream(report.body()), "report", FormatLimits.defaults()));
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
