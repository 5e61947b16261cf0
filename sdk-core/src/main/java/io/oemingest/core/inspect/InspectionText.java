package io.oemingest.core.inspect;

import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignerCertificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an inspection as lines for people. */
final class InspectionText {
    private final PackageInspection facts;
    private final StringBuilder text = new StringBuilder();

    InspectionText(PackageInspection facts) {
        this.facts = facts;
    }

    String write() {
        identity(facts.manifest());
        files(facts.manifest().files());
        InspectedCatalog catalog = facts.catalog();
        line(
                "  catalog       %s: version %d, %d entries, %s",
                catalog.member(),
                catalog.version(),
                catalog.entries(),
                catalog.packageName() == null ? "names no package" : "made for " + catalog.packageName());
        line("  signatures    as they stand in the file, not verified");
        facts.parts().forEach(this::part);
        return text.toString();
    }

    private void identity(PackageManifest manifest) {
        line("%s", facts.file());
        line(
                "  package       %s %s (%s)",
                manifest.name(), manifest.version(), manifest.style().text());
        line("  owner type    %s", orNone(manifest.ownerType()));
        line("  release type  %s", orNone(manifest.releaseType()));
        line("  partition     %s", orNone(manifest.partition()));
        line("  built for     %s", joined(", ", manifest.platform(), manifest.cpuType(), manifest.buildType()));
        line("  kind          %s", kind(manifest));
        line("  size          %d bytes, %s", facts.size(), facts.sha256());
    }

    private void files(List<PackageFile> files) {
        line("  files         %d", files.size());
        for (PackageFile file : files) {
            line("    %-12s %10d  %s  (%s)", file.fileType(), file.size(), file.devicePath(), file.cabPath());
        }
    }

    private void part(InspectedPart part) {
        CodeSignature signature = part.signature();
        String state = signature == null ? "not signed" : "signed";
        line("    %s %s: %s", part.part().name().toLowerCase(Locale.ROOT), part.name(), state);
        if (signature != null) {
            signature(signature, "      ");
        }
    }

    private void signature(CodeSignature signature, String indent) {
        SignerCertificate signer = signature.signer();
        line("%ssigner      %s", indent, signer.subject());
        line("%sissuer      %s", indent, signer.issuer());
        line("%sthumbprint  %s", indent, signer.thumbprint());
        line("%svalid       %s to %s", indent, signer.notBefore(), signer.notAfter());
        line("%susages      %s", indent, usages(signer.ekuOids()));
        line("%sdigest      %s", indent, digest(signature));
        line("%stime stamp  %s", indent, orNone(signature.timestamp()));
        for (CodeSignature nested : signature.nested()) {
            line("%snested signature", indent);
            signature(nested, indent + "  ");
        }
    }

    private static String digest(CodeSignature signature) {
        return signature.digestAlgorithm() == null
                ? "by an algorithm that is not accepted"
                : signature.digestAlgorithm().jcaName();
    }

    private static String kind(PackageManifest manifest) {
        String kind = manifest.removal() ? "removal of a package" : "content";
        return manifest.binaryPartition() ? kind + ", fills a whole partition" : kind;
    }

    private static String usages(List<String> oids) {
        return oids.isEmpty()
                ? "none"
                : oids.stream().map(InspectionText::usage).collect(Collectors.joining(", "));
    }

    private static String usage(String oid) {
        String name = EkuNames.nameOf(oid);
        return name == null ? oid : oid + " (" + name + ")";
    }

    private static String joined(String separator, @Nullable String... values) {
        String all = Stream.of(values).filter(Objects::nonNull).collect(Collectors.joining(separator));
        return all.isEmpty() ? "none" : all;
    }

    private static String orNone(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "none" : value.toString();
    }

    private void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        // A name in a file must not steer the terminal that shows it.
        line.codePoints().forEach(each -> {
            if (Character.isISOControl(each)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", each));
            } else {
                text.appendCodePoint(each);
            }
        });
        text.append('\n');
    }
}
