package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One imaging or update event of an image.
 *
 * @param sequence 1 is the imaging event
 * @param dateTime UTC text as written, in real files with the tail {@code "Z:: "}; phone clocks jump, so it is no order
 * @param summary free text
 * @param description in the imaging event the description of the OEM input
 * @param overallResult HRESULT, 0 is success
 * @param updateState {@code Update Complete}, {@code Staging Complete}, {@code Staging Failed}, …
 * @param packages empty in some failed events
 */
public record UpdateEvent(
        int sequence,
        @Nullable String dateTime,
        @Nullable String summary,
        @Nullable String description,
        int overallResult,
        String updateState,
        List<HistoryPackage> packages) {

    public UpdateEvent {
        packages = List.copyOf(packages);
    }

    /** Whether the event changed what is installed. */
    public boolean isComplete() {
        return updateState.equalsIgnoreCase("Update Complete");
    }
}
