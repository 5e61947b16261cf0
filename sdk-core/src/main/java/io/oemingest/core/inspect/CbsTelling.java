package io.oemingest.core.inspect;

import io.oemingest.core.format.pkg.AssemblyIdentity;
import io.oemingest.core.format.pkg.CbsFacts;
import org.jspecify.annotations.Nullable;

/** What only CBS packages say. */
final class CbsTelling {
    private CbsTelling() {}

    static void tell(Facts facts, CbsFacts cbs) {
        facts.put("assembly", text(cbs.assembly()))
                .put("releaseType", cbs.releaseType())
                .put("restart", cbs.restart())
                .put("selfUpdate", cbs.selfUpdate())
                .put("phone", cbs.phone())
                .put("noAutoMerge", cbs.noAutoMerge())
                .put("parent", text(cbs.parent()))
                .put("recalled", text(cbs.recalled()))
                .table(
                        "updates",
                        cbs.updates(),
                        (row, each) -> row.put("kind", each.kind())
                                .put("target", text(each.target()))
                                .put("inf", each.inf())
                                .told("name", each.name()))
                .table(
                        "capabilities",
                        cbs.capabilities(),
                        (row, each) -> row.put("group", each.group())
                                .put("fmId", each.fmId())
                                .put("name", each.name())
                                .put("packages", each.packages().size()));
    }

    private static @Nullable String text(@Nullable AssemblyIdentity identity) {
        return identity == null ? null : identity.name() + " " + identity.version();
    }
}
