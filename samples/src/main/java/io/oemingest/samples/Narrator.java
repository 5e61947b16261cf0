package io.oemingest.samples;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.inspect.InspectedPart;
import io.oemingest.core.inspect.PackageInspection;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Tells on the console what a sample does, one plain line for each step. */
final class Narrator implements ProgressListener {
    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }

    void say(String step, Object what) {
        out.println(String.format(Locale.ROOT, "%-12s %s", step, what).stripTrailing());
    }

    /** Says what the rules found. */
    void report(ValidationReport report) {
        report.toText().lines().forEach(line -> say("", line));
    }

    /** Says the steps that go over the network, when they are complete. */
    @Override
    public void onProgress(Progress progress) {
        boolean transfer = progress.stage().equals("upload") || progress.stage().equals("download");
        if (transfer && progress.done() == progress.total()) {
            say(progress.stage(), progress.item() + ", " + progress.total() + " bytes");
        }
    }

    /** Says of each package who had test-signed it and who has signed it now. */
    void signers(Path submittedPackages, SignedArchive archive) throws IOException {
        for (SignedFile file : archive.manifest().files()) {
            String name = Path.of(file.file().path()).getFileName().toString();
            say("package", name);
            try (ByteSource input = ByteSource.open(submittedPackages.resolve(name))) {
                signers("  came from", input);
            }
            signers("  now from", archive.openFile(file.file().path()));
        }
    }

    /** Says what nobody must overlook. */
    void testOnly() {
        say("WARNING", "Everything above is TEST-signed. No retail device accepts it; do not install its roots.");
    }

    private void signers(String step, ByteSource file) throws IOException {
        Map<String, String> partsBySigner = new LinkedHashMap<>();
        for (InspectedPart part :
                PackageInspection.of(file, FormatLimits.defaults()).parts()) {
            CodeSignature signature = part.signature();
            if (signature != null) {
                partsBySigner.merge(
                        describe(signature), part.part().toString(), (parts, another) -> parts + ", " + another);
            }
        }
        partsBySigner.forEach((signer, parts) -> say(step, signer + " (" + parts + ")"));
    }

    private static String describe(CodeSignature signature) {
        return commonName(signature.signer().subject()) + ", EKUs " + signature.ekus() + ", thumbprint "
                + signature.signer().thumbprint();
    }

    private static String commonName(String subject) {
        try {
            for (Rdn part : new LdapName(subject).getRdns()) {
                if (part.getType().equals("CN")) {
                    return part.getValue().toString();
                }
            }
            return subject;
        } catch (InvalidNameException e) {
            return subject;
        }
    }
}
