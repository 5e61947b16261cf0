package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.model.EkuCombination;
import org.jspecify.annotations.Nullable;

final class PresentSigner {
    private PresentSigner() {}

    static @Nullable EkuCombination of(Cabinet cabinet, FormatLimits limits) {
        return null;
    }
}
