package io.oemingest.samples.ingest;

import io.oemingest.emulator.cli.EmulatorMain;
import io.oemingest.emulator.port.EkuProfile;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program {@code ingest}: looks at packages, judges them, prepares and submits them, and runs the emulator. */
@Command(
        name = "ingest",
        description = "Inspect, verify, prepare and submit Windows phone firmware packages.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:a file or submission was refused",
            "2:the command line is wrong",
            "3:a file is missing, unreadable or damaged",
            "4:the service has not finished yet",
            "5:no usable answer from the service",
            "70:a fault of this program",
            "130:the program was told to stop"
        })
public final class Ingest extends CommandGroup {
    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error arose.")
    private boolean stacktrace;

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(EmulatorCommand.NAME)) {
            // The emulator's program has options, help and exit codes of its own.
            EmulatorMain.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(out, err, args));
    }

    /** Runs one command; the answer is its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Ingest())
                .addSubcommand(new InspectCommand())
                .addSubcommand(new ExtractCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new PackageCommand())
                .addSubcommand(new SignCommand())
                .addSubcommand(new PkiCommand())
                .addSubcommand(new ValidateCommand())
                .addSubcommand(new PrepareCommand())
                .addSubcommand(new SubmitCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new RetrieveCommand())
                .addSubcommand(new ProfilesCommand())
                .addSubcommand(new RfuCommand())
                .addSubcommand(new FfuCommand())
                .addSubcommand(new RulesCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new EmulatorCommand())
                .registerConverter(EkuProfile.class, new SignerConverter())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> new Console(command.getCommandSpec()).complain(e));
        // Set now, since an annotation's footer would be that of every command below.
        line.getCommandSpec().usageMessage().footer(CmdletFace.FOOTER);
        int code = new CmdletFace(out, err).run(List.of(args), words -> line.execute(words.toArray(String[]::new)));
        out.flush();
        err.flush();
        return code;
    }

    boolean showsStacktrace() {
        return stacktrace;
    }
}
