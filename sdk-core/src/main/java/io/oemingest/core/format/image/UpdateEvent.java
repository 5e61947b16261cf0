package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One imaging or update event of an image.
 *
 * @param sequence 1 is the imaging event
 * @param dateTime UTC text as written, in real files with the tail {@code "Z:: "}; phone clocks jump, so it is no order
 * @param summary free text
 */
public record UpdateEvent(
        int sequence, @Nullable String dateTime, @Nullable String summary, UpdateOutput output) {

    /** In the imaging event the description of the OEM input. */
    public @Nullable String description() {
        return output.description();
    }

    /** HRESULT, 0 is success. */
    public int overallResult() {
        return output.overallResult();
    }

    /** {@code Update Complete}, {@code Staging Complete}, {@code Staging Failed}, … */
    public String updateState() {
        return output.updateState();
    }

    /** The packages in the order of the file, none in some failed events. */
    public List<HistoryPackage> packages() {
        return output.packages();
    }

    /** Whether the event changed what is installed. */
    public boolean isComplete() {
        return output.isComplete();
    }
}
