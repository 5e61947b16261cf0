package io.oemingest.core.inspect;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.signing.CodeSignatures;
import java.io.IOException;

/** Cabinets that are no packages: what is packed in them, and who signed them. */
final class CabinetTelling {
    private CabinetTelling() {}

    static void tell(Candidate file, Facts facts) throws IOException {
        Cabinet cabinet = Cabinet.read(file.source(), file.limits());
        facts.put("cabinetSize", Value.bytes(cabinet.cabinetSize()));
        facts.put(
                "unpackedSize",
                Value.bytes(cabinet.members().stream()
                        .mapToLong(CabinetMember::size)
                        .sum()));
        facts.table(
                "members",
                cabinet.members(),
                (row, member) -> row.put("name", member.name())
                        .put("size", member.size())
                        .put("folder", member.folder())
                        .put("compression", text(cabinet.compression(member)))
                        .put("modified", member.modified())
                        .put("attributes", Value.hex(member.attributes(), 2)));
        SignatureTelling.tellUnderHeading(facts, CodeSignatures.ofCabinet(cabinet, file.limits()));
    }

    static String text(CabinetCompression compression) {
        String method = compression.method().name();
        return compression.windowBits() == 0 ? method : method + ":" + compression.windowBits();
    }
}
