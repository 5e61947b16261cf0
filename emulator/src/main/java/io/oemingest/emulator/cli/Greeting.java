package io.oemingest.emulator.cli;

import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.io.PrintWriter;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** What the program says once the service runs. */
final class Greeting {
    private Greeting() {}

    static void print(IngestionEmulator emulator, PrintWriter out) {
        out.println("*** TEST ONLY: this service signs with keys of its own. No retail device accepts the result, ***");
        out.println("*** and its roots must not be installed on a machine that matters.                          ***");
        out.println();
        out.println("Address       " + emulator.uri());
        out.println("Time stamps   " + emulator.timestampUri());
        for (EmulatedAccount account : emulator.accounts()) {
            out.println("Account       " + describe(account));
        }
        roots(out, "Retail root   ", emulator.retailRoots());
        roots(out, "Test root     ", emulator.testInputRoots());
        out.println();
        out.println("End it with Ctrl+C or SIGTERM.");
        out.flush();
    }

    private static String describe(EmulatedAccount account) {
        String permissions = account.permissions().stream()
                .sorted()
                .map(permission -> permission.text())
                .collect(Collectors.joining(", "));
        return account.oemId() + ", token " + account.token() + ", permissions: "
                + (permissions.isEmpty() ? "none" : permissions);
    }

    private static void roots(PrintWriter out, String label, Set<X509Certificate> roots) {
        roots.stream()
                .map(root -> root.getSubjectX500Principal().getName())
                .sorted(Comparator.naturalOrder())
                .forEach(name -> out.println(label + name));
    }
}
