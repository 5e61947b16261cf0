package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IngestTest {
    @Test
    void showsItsCommandsAndExitCodes() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.matches("  [a-z]+ +[A-Z].*"))
                        .map(line -> line.strip().split(" ")[0]))
                .containsExactly(
                        "inspect",
                        "extract",
                        "verify",
                        "package",
                        "sign",
                        "pki",
                        "validate",
                        "prepare",
                        "submit",
                        "status",
                        "retrieve",
                        "profiles",
                        "rfu",
                        "ffu",
                        "rules",
                        "explain",
                        "report",
                        "emulator");
        assertThat(run.out()).contains("""

                        Exit codes:
                          0     all is well
                          1     a file or submission was refused
                          2     the command line is wrong
                          3     a file is missing, unreadable or damaged
                          4     the service has not finished yet
                          5     no usable answer from the service
                          70    a fault of this program
                          130   the program was told to stop
                        """);
    }

    @Test
    void saysItsVersion() {
        Run run = Run.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("ingest \\S+\n");
    }

    @Test
    void asksForACommand() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Say what to do: one of the commands below.\nUsage: ingest ");
    }

    @Test
    void namesAnUnknownCommand() {
        Run run = Run.of("instpect", "a.spkg");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Unmatched arguments from index 0: 'instpect', 'a.spkg'\n");
    }
}
