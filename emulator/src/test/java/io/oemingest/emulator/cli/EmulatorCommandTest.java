package io.oemingest.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.Permission;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestPki;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EmulatorCommandTest {
    private static final int OK = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONG_ARGUMENTS = 2;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<EmulatedAccount> accounts = new ArrayList<>();

    @Test
    void showsAddressAccountsRootsAndTheWarning() {
        assertThat(run(
                        "--port",
                        "0",
                        "--quick-keys",
                        "--account",
                        "Contoso:secret",
                        "--account",
                        "Fabrikam:other:none"))
                .isEqualTo(OK);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).contains("TEST ONLY").contains("No retail device accepts the result");
        assertThat(lines)
                .contains(
                        "Account       Contoso, token secret, permissions: PartialImage, IndividualPackage, FfuCatalog")
                .contains("Account       Fabrikam, token other, permissions: none")
                .contains("End it with Ctrl+C or SIGTERM.")
                .anyMatch(line -> line.matches("Address {7}http://127\\.0\\.0\\.1:\\d+/"))
                .anyMatch(line -> line.matches("Time stamps {3}http://127\\.0\\.0\\.1:\\d+/v1/timestamp"))
                .anyMatch(line -> line.matches("Retail root {3}.*TEST ONLY.*"))
                .anyMatch(line -> line.matches("Test root {5}.*TEST ONLY.*"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void readsHowTimeIsStamped() {
        assertThat(run("--port", "0", "--quick-keys", "--without-timestamps", "--timestamp-skew", "-PT1H"))
                .isEqualTo(OK);
        assertThat(run("--port", "0", "--timestamp-skew", "an hour")).isEqualTo(WRONG_ARGUMENTS);
    }

    @Test
    void readsAccountsWithPermissionsAndCombinations() {
        assertThat(run(
                        "--port",
                        "0",
                        "--quick-keys",
                        "--account",
                        "A:1",
                        "--account",
                        "B:2:PartialImage",
                        "--account",
                        "C:3:all:1.2.4+1.2.3,1.2.5",
                        "--account",
                        "D:4:none:none"))
                .isEqualTo(OK);
        assertThat(accounts)
                .containsExactly(
                        EmulatedAccount.of("A", "1"),
                        EmulatedAccount.of("B", "2").withPermissions(Permission.PARTIAL_IMAGE),
                        EmulatedAccount.of("C", "3")
                                .withEkus(EkuCombination.of("1.2.3", "1.2.4"), EkuCombination.of("1.2.5")),
                        new EmulatedAccount("D", "4", Set.of(), Set.of()));
    }

    @Test
    void writesRootsThatItTrustsAgainAndEmptiesItsDataFolder() {
        Path roots = folder.resolve("roots");
        Path data = folder.resolve("data");
        assertThat(run("--port", "0", "--quick-keys", "--roots-out", roots.toString(), "--data", data.toString()))
                .isEqualTo(OK);
        assertThat(out.toString()).contains("Roots written to " + roots);
        assertThat(roots.resolve("emulated-retail-roots.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(data).isDirectoryContaining("glob:**/emulator-data.txt");
        assertThat(data.resolve("uploads")).doesNotExist();
        Path inputRoots = roots.resolve("test-input-roots.pem");
        assertThat(run(
                        "--port",
                        "0",
                        "--quick-keys",
                        "--data",
                        data.toString(),
                        "--trust-test-root",
                        inputRoots.toString(),
                        "--trust-timestamp-root",
                        inputRoots.toString(),
                        "--trust-timestamp-root",
                        roots.resolve("emulated-retail-roots.pem").toString()))
                .isEqualTo(OK);
    }

    @Test
    void makesKeysOfTheKindThatIsNamedAndKeepsThemInItsDataFolder() throws Exception {
        Path data = folder.resolve("data");
        Path roots = folder.resolve("roots");
        List<String> keys = List.of("--port", "0", "--data", data.toString(), "--roots-out", roots.toString());
        assertThat(run(with(keys, "--keys", "P-256"))).isEqualTo(OK);
        String made = Files.readString(roots.resolve("test-input-roots.pem"));
        TestPki kept = TestPki.open(
                data.resolve("pki"), PkiOptions.defaults("unused"), new SecureRandom(), InstantSource.system());
        assertThat(kept.retail()
                        .signer(EkuProfile.OEM)
                        .certificate()
                        .getPublicKey()
                        .getAlgorithm())
                .isEqualTo("EC");
        assertThat(run(with(keys, "--keys", "rsa-3072"))).isEqualTo(OK);
        assertThat(roots.resolve("test-input-roots.pem")).hasContent(made);
    }

    @Test
    void takesATableOfSigners() throws Exception {
        Path file = Files.writeString(folder.resolve("profiles.json"), """
                {"items": [
                  {"id": "TCB", "ekus": "1.3.6.1.4.1.311.76.5.40+1.3.6.1.4.1.311.10.3.23", "branch": "Packages",
                   "submissionTypes": ["PartialImage"]},
                  {"id": "Platform-Key", "ekus": "1.3.6.1.4.1.311.76.5.500", "branch": "Images",
                   "permission": "FfuCatalog", "submissionTypes": ["FfuCatalog"]}]}
                """);
        assertThat(run("--port", "0", "--quick-keys", "--signing-profiles", file.toString()))
                .isEqualTo(OK);
        Files.writeString(file, "{\"items\": [{\"id\": \"TCB\", \"ekus\": \"1.2.3\"}]}");
        assertThat(run("--port", "0", "--signing-profiles", file.toString())).isEqualTo(WRONG_ARGUMENTS);
        assertThat(err.toString())
                .startsWith(
                        "Invalid value for option '--signing-profiles': " + file + " ($.items[0].branch): is missing");
    }

    private static String[] with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void saysWhyItCannotStart() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(run("--port", "0", "--quick-keys", "--data", folder.toString()))
                .isEqualTo(CANNOT_START);
        assertThat(err.toString())
                .isEqualTo("The emulator cannot start: The folder " + folder
                        + " holds files that are not the emulator's; name an empty folder" + System.lineSeparator());
        assertThat(mine).hasContent("mine");
    }

    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThat(run("--port", Integer.toString(port), "--quick-keys")).isEqualTo(CANNOT_START);
            assertThat(err.toString())
                    .isEqualTo("The emulator cannot start: The service cannot listen at 127.0.0.1 port " + port
                            + " (Address already in use); choose another port, or 0 for any that is free"
                            + System.lineSeparator());
        }
    }

    @Test
    void greetsNobodyWhenItsRootsHaveNoPlace() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--port", "0", "--quick-keys", "--roots-out", file.toString()))
                .isEqualTo(CANNOT_START);
        assertThat(err.toString())
                .isEqualTo("The emulator cannot start: the folder " + file
                        + " cannot be used, a file of that name is there; name another one" + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatItsDataFolderIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--port", "0", "--quick-keys", "--data", file.toString()))
                .isEqualTo(CANNOT_START);
        assertThat(err.toString())
                .isEqualTo("The emulator cannot start: the folder " + file
                        + " cannot be used, a file of that name is there; name another one" + System.lineSeparator());
    }

    static Stream<Arguments> wrongArguments() {
        String account = "Invalid value for option '--account' (OEMID:TOKEN[:PERMISSIONS[:EKUS]]): ";
        return Stream.of(
                Arguments.of(
                        List.of("--account", "Contoso"), account + "'Contoso' is not OEMID:token[:permissions[:ekus]]"),
                Arguments.of(List.of("--account", "Contoso: "), account + "The token of Contoso is blank"),
                Arguments.of(
                        List.of("--account", "C:1:Partial"),
                        account
                                + "The permission 'Partial' is unknown; give 'all', 'none' or some of PartialImage,IndividualPackage,FfuCatalog,MicrosoftSystem"),
                Arguments.of(
                        List.of("--account", "a/b:1"),
                        account
                                + "An OEM id has 1 to 32 letters, digits, '_' or '-' and begins with a letter or digit: 'a/b'"),
                Arguments.of(List.of("--account", "C:1:all:x.y"), account + "Not an object identifier: 'x.y'"),
                Arguments.of(
                        List.of("--account", "C:1", "--account", "D:1"),
                        "Option --account: give every account an OEM id and a token of its own"),
                Arguments.of(List.of("--port", "70000"), "Option --port: 70000 is not a port; give 0 to 65535"),
                Arguments.of(
                        List.of("--max-archive-size", "much"),
                        "Invalid value for option '--max-archive-size': 'much' is not a size such as 1048576, 512M or 8G"),
                Arguments.of(
                        List.of("--max-archive-size", "999999999999G"),
                        "Invalid value for option '--max-archive-size': '999999999999G' is more than any file system holds; give less, such as 8G"),
                Arguments.of(
                        List.of("--trust-test-root", "/no/such.pem"),
                        "Invalid value for option '--trust-test-root' (FILE): '/no/such.pem' cannot be read; give a file with one certificate"),
                Arguments.of(
                        List.of("--trust-timestamp-root", "/no/such.pem"),
                        "Invalid value for option '--trust-timestamp-root' (FILE): '/no/such.pem' cannot be read; give a file with one certificate"),
                Arguments.of(
                        List.of("--keys", "dsa"),
                        "Invalid value for option '--keys': 'dsa' is none of rsa-2048, rsa-3072, rsa-4096, p-256"),
                Arguments.of(
                        List.of("--signing-profiles", "/no/such.json"),
                        "Invalid value for option '--signing-profiles': '/no/such.json' cannot be read; give a file as 'ingest profiles --json' prints it"),
                Arguments.of(
                        List.of("--profile", "kind"),
                        "Invalid value for option '--profile': 'kind' is none of standard, strict, lenient, legacy-wp81, test"),
                Arguments.of(List.of("--prot", "1"), "Unknown options: '--prot', '1'"));
    }

    @ParameterizedTest
    @MethodSource("wrongArguments")
    void saysHowToMendAWrongArgument(List<String> arguments, String message) {
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(WRONG_ARGUMENTS);
        assertThat(err.toString().lines().findFirst()).hasValue(message);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--trust-test-root", "--trust-timestamp-root"})
    void refusesAFileThatIsNoCertificate(String option) throws Exception {
        Path file = Files.writeString(folder.resolve("a.pem"), "nothing");
        assertThat(run(option, file.toString())).isEqualTo(WRONG_ARGUMENTS);
        assertThat(err.toString()).contains("'" + file + "' holds no certificate in PEM or DER");
    }

    @Test
    void readsSizesInUnits() {
        SizeArgument sizes = new SizeArgument();
        assertThat(Stream.of("17", "2K", "512m", "8G").map(sizes::convert))
                .containsExactly(17L, 2048L, 536_870_912L, 8_589_934_592L);
    }

    @Test
    void tellsItsVersionAndItsOptions() {
        assertThat(run("--version")).isEqualTo(OK);
        assertThat(out.toString().trim())
                .isEqualTo("ingestion-emulator " + IngestionEmulator.version() + " (TEST ONLY)");
        assertThat(run("--help")).isEqualTo(OK);
        assertThat(out.toString())
                .contains("TEST ONLY")
                .contains("--port", "--data", "--account", "--max-archive-size", "--roots-out")
                .contains("--trust-test-root", "--trust-timestamp-root", "--profile")
                .contains("--allow-remote-clients-to-an-unsafe-test-service");
    }

    private int run(String... arguments) {
        CommandLine line = EmulatorMain.commandLine(emulator -> accounts.addAll(emulator.accounts()));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(Arrays.copyOf(arguments, arguments.length));
    }
}
