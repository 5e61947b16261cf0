package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;

/** Which status carries which reason; the one place that decides it. */
final class ReasonStatus {
    /** Given by tus 1.0.0 to a piece whose checksum does not match. */
    static final int CHECKSUM_MISMATCH = 460;

    private ReasonStatus() {}

    static int of(ReasonCode reason) {
        return switch (reason) {
            case INVALID_REQUEST, CLIENT_VERSION_NOT_SUPPORTED -> 400;
            case CREDENTIALS_UNKNOWN -> 401;
            case NOT_TICKET_OWNER, PERMISSION_DENIED, EKU_NOT_ALLOWED -> 403;
            case TICKET_DOES_NOT_EXIST, UPLOAD_DOES_NOT_EXIST -> 404;
            case FIRMWARE_SUBMISSION_IS_IN_PROGRESS,
                    FIRMWARE_SUBMISSION_HAS_FAILED,
                    RESUBMISSION_TICKET,
                    PENDING_MANUAL_INTERVENTION,
                    UPLOAD_INCOMPLETE,
                    UPLOAD_OFFSET_MISMATCH,
                    TARGET_NOT_SIGNED,
                    CHAIN_BROKEN,
                    DUPLICATE_SOURCE,
                    ALREADY_LIVE,
                    INVALID_STATE -> 409;
            case PAYLOAD_TOO_LARGE -> 413;
            case OEM_ID_MISMATCH,
                    CATALOG_INTEGRITY,
                    VALIDATION_FAILED,
                    ARCHIVE_INVALID,
                    TARGET_NOT_IMAGE,
                    TARGET_NOT_BASELINE,
                    SOURCE_NOT_BASELINE,
                    VERSION_NOT_INCREASING,
                    FEATURE_SET_CHANGED,
                    POP_NOT_TARGETED,
                    OS_ONLY_RETAIL_NOT_ALLOWED,
                    ENVIRONMENT_MISMATCH,
                    DIGEST_MISMATCH,
                    IDEMPOTENCY_KEY_REUSED -> 422;
            case RATE_LIMITED -> 429;
            case INTERNAL_ERROR -> 500;
        };
    }
}
