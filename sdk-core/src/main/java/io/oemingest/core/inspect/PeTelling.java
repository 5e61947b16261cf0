package io.oemingest.core.inspect;

import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pe.PeSummary;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.CodeSignatures;
import io.oemingest.core.signing.PageHashes;
import java.io.IOException;
import java.util.Map;

/** Executable images: programs, drivers, EFI applications. */
final class PeTelling {
    private static final Map<Integer, String> MACHINES = Map.of(
            0x14C, "x86", 0x1C0, "ARM", 0x1C2, "ARM Thumb", 0x1C4, "ARM Thumb-2", 0x8664, "AMD64", 0xAA64, "ARM64");

    private PeTelling() {}

    static void tell(Candidate file, Facts facts) throws IOException {
        PeImage image = PeImage.read(file.source(), file.limits());
        PeSummary summary = image.summary();
        facts.put("format", summary.plus() ? "PE32+" : "PE32")
                .put("machine", Value.hex(summary.machine(), 4))
                .put("processor", MACHINES.get(summary.machine()))
                .put("sections", summary.sections())
                .put("checksum", Value.hex(summary.checksum(), 8))
                .put("computedChecksum", Value.hex(summary.computedChecksum(), 8))
                .put("sha256Digest", image.digest(DigestAlgorithm.SHA256))
                .put("sha1Digest", image.digest(DigestAlgorithm.SHA1))
                .put("certificateTableSize", Value.bytes(summary.certificatesSize()));
        SignatureTelling.tellUnderHeading(facts, CodeSignatures.ofPe(image, file.limits()));
        PageHashes pages = PageHashes.of(image, file.limits());
        if (pages != null) {
            Long different = pages.firstDifference(image);
            facts.group(
                    "pageHashes",
                    inner -> inner.put("algorithm", pages.algorithm().jcaName())
                            .put("pages", pages.count())
                            .put("firstDifference", different == null ? null : Value.hex(different, 8)));
        }
    }
}
