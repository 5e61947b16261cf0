package io.oemingest.core.submission;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.internal.wire.CheckJson.FfuFactsJson;
import io.oemingest.core.model.EkuCombination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of an image to and from JSON. */
final class FfuFactsFormat {
    private static final String PATH = "$.ffu";

    private FfuFactsFormat() {}

    static FfuFactsJson toWire(FfuFacts facts) {
        ChunkVerification chunks = facts.chunks();
        return new FfuFactsJson(
                facts.platformIds().stream().map(PlatformId::text).toList(),
                facts.osVersion(),
                facts.ekus() == null ? null : facts.ekus().toString(),
                chunks == null ? null : chunks.checked(),
                chunks == null ? null : chunks.unchecked(),
                facts.mismatch() == null ? null : SubmissionFacts.toWire(facts.mismatch()));
    }

    static FfuFacts toModel(JsonFields fields, FfuFactsJson json) throws MalformedFileException {
        List<PlatformId> ids = new ArrayList<>();
        for (String each : json.platformIds()) {
            ids.add(fields.value(PATH + ".platformIds[" + ids.size() + "]", each, PlatformId::new));
        }
        return new FfuFacts(
                ids,
                json.osVersion(),
                json.ekus() == null ? null : fields.value(PATH + ".ekus", json.ekus(), EkuCombination::parse),
                chunks(fields, json),
                json.mismatch() == null ? null : fields.unreadable(PATH + ".mismatch", json.mismatch()));
    }

    private static @Nullable ChunkVerification chunks(JsonFields fields, FfuFactsJson json)
            throws MalformedFileException {
        Long checked = json.checked();
        Long unchecked = json.unchecked();
        if (checked == null && unchecked == null) {
            return null;
        }
        if (checked == null || unchecked == null || checked < 0 || unchecked < 0) {
            throw fields.malformed(PATH, "tells no count of chunks that can be");
        }
        return new ChunkVerification(checked, unchecked);
    }
}
