package io.oemingest.fuzz;

import io.oemingest.core.testing.hostile.HostileReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the fuzzer for one reader in a process of its own, with little memory. */
final class FuzzProcess {
    private static final String OURS = "io.oemingest.core.**";
    private static final int TIMEOUT_SECONDS = 10;
    private static final int MAX_RESIDENT_MIB = 1024;

    private final Path folder;
    private final long executions;

    FuzzProcess(Path folder, long executions) {
        this.folder = folder;
        this.executions = executions;
    }

    /** Fuzzes until there were so many executions or one escaped. The corpus of an earlier run is gone on with. */
    FuzzOutcome run(HostileReader reader) throws IOException, InterruptedException {
        Path home = folder.resolve(reader.name());
        for (String each : List.of("corpus", "seeds", "escapes", "tmp")) {
            Files.createDirectories(home.resolve(each));
        }
        Corpus corpus = new Corpus(reader);
        corpus.writeWordsTo(home.resolve("words.dict"));
        Path log = home.resolve("log.txt");
        int exitCode = new ProcessBuilder(command(reader, home, corpus.maxLength()))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return FuzzOutcome.of(reader.name(), log, exitCode);
    }

    private List<String> command(HostileReader reader, Path home, int maxLength) {
        List<String> command = new ArrayList<>(
                List.of(java(), "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "-Xmx256m", "-Xshare:auto"));
        command.add("-Doemingest.samples=" + System.getProperty("oemingest.samples", ""));
        command.add("-Djava.io.tmpdir=" + home.resolve("tmp"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + FuzzTarget.class.getName());
        command.add("--target_args=" + reader.name() + " " + home.resolve("seeds"));
        command.add("--instrumentation_includes=" + OURS);
        command.add("--instrumentation_excludes=io.oemingest.core.testing.**");
        command.add("--custom_hook_includes=" + OURS);
        command.add("--reproducer_path=" + home.resolve("escapes"));
        command.add("-artifact_prefix=" + home.resolve("escapes") + File.separator);
        command.add("-dict=" + home.resolve("words.dict"));
        command.add("-runs=" + executions);
        command.add("-max_len=" + maxLength);
        command.add("-timeout=" + TIMEOUT_SECONDS);
        command.add("-rss_limit_mb=" + MAX_RESIDENT_MIB);
        command.add("-print_final_stats=1");
        command.add(home.resolve("corpus").toString());
        command.add(home.resolve("seeds").toString());
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
