package io.oemingest.core.update;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import org.jspecify.annotations.Nullable;

/**
 * One end of an update.
 *
 * @param ticket of the image; null for updates of the operating system alone
 * @param firmwareVersion of the image; null if there is none or it is not known
 * @param osVersion of the operating system; null if it is not known
 */
public record UpdateReference(
        @Nullable SubmissionTicket ticket,
        @Nullable FirmwareVersion firmwareVersion,
        @Nullable FirmwareVersion osVersion) {}
