package io.oemingest.core.submission;

import io.oemingest.core.format.image.ImageCustomizations;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import org.jspecify.annotations.Nullable;

/** The documents of the image build that travel with a submission; null are those that it lacks or that cannot be read. */
public record ImageDocuments(
        @Nullable ReadDocument<UpdateHistory> updateHistory,
        @Nullable ReadDocument<OemInput> oemInput,
        @Nullable ReadDocument<ImageCustomizations> targeting,
        @Nullable ReadDocument<FfuFacts> ffu) {
    /** A submission of packages alone. */
    public static final ImageDocuments NONE = new ImageDocuments(null, null, null, null);

    /** The two documents that every image build leaves. */
    public ImageDocuments(
            @Nullable ReadDocument<UpdateHistory> updateHistory, @Nullable ReadDocument<OemInput> oemInput) {
        this(updateHistory, oemInput, null, null);
    }
}
