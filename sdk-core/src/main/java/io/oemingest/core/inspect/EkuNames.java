package io.oemingest.core.inspect;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of extended key usages for people. */
final class EkuNames {
    private EkuNames() {}

    static @Nullable String nameOf(String oid) {
        if (oid.equals(EkuCombination.CODE_SIGNING)) {
            return "code signing";
        }
        PhoneEku known = PhoneEku.parseOrNull(oid);
        return known == null ? null : known.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
