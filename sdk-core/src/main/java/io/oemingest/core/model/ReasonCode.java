package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/** Why the service refuses a request. Only the documented ones were printed by the original service. */
public enum ReasonCode {
    TICKET_DOES_NOT_EXIST("TicketDoesNotExist", true),
    FIRMWARE_SUBMISSION_IS_IN_PROGRESS("FirmwareSubmissionIsInProgress", true),
    FIRMWARE_SUBMISSION_HAS_FAILED("FirmwareSubmissionHasFailed", true),
    NOT_TICKET_OWNER("NotTicketOwner", false),
    RESUBMISSION_TICKET("ResubmissionTicket", false),
    PENDING_MANUAL_INTERVENTION("PendingManualIntervention", false),
    CLIENT_VERSION_NOT_SUPPORTED("ClientVersionNotSupported", false),
    PERMISSION_DENIED("PermissionDenied", false),
    EKU_NOT_ALLOWED("EkuNotAllowed", false),
    OEM_ID_MISMATCH("OemIdMismatch", false),
    CATALOG_INTEGRITY("CatalogIntegrity", false),
    VALIDATION_FAILED("ValidationFailed", false),
    ARCHIVE_INVALID("ArchiveInvalid", false),
    DIGEST_MISMATCH("DigestMismatch", false),
    UPLOAD_INCOMPLETE("UploadIncomplete", false),
    UPLOAD_DOES_NOT_EXIST("UploadDoesNotExist", false),
    UPLOAD_OFFSET_MISMATCH("UploadOffsetMismatch", false),
    PAYLOAD_TOO_LARGE("PayloadTooLarge", false),
    IDEMPOTENCY_KEY_REUSED("IdempotencyKeyReused", false),
    TARGET_NOT_SIGNED("TargetNotSigned", false),
    TARGET_NOT_IMAGE("TargetNotImage", false),
    TARGET_NOT_BASELINE("TargetNotBaseline", false),
    SOURCE_NOT_BASELINE("SourceNotBaseline", false),
    VERSION_NOT_INCREASING("VersionNotIncreasing", false),
    CHAIN_BROKEN("ChainBroken", false),
    DUPLICATE_SOURCE("DuplicateSource", false),
    FEATURE_SET_CHANGED("FeatureSetChanged", false),
    POP_NOT_TARGETED("PopNotTargeted", false),
    OS_ONLY_RETAIL_NOT_ALLOWED("OsOnlyRetailNotAllowed", false),
    ALREADY_LIVE("AlreadyLive", false),
    ENVIRONMENT_MISMATCH("EnvironmentMismatch", false),
    INVALID_STATE("InvalidState", false),
    INVALID_REQUEST("InvalidRequest", false),
    CREDENTIALS_UNKNOWN("CredentialsUnknown", false),
    RATE_LIMITED("RateLimited", false),
    INTERNAL_ERROR("InternalError", false);

    private final String text;
    private final boolean documented;

    ReasonCode(String text, boolean documented) {
        this.text = text;
        this.documented = documented;
    }

    /** The code as it travels in the {@code reason} member of a problem document. */
    public String text() {
        return text;
    }

    /** Whether the original service printed this code; the others are this project's. */
    public boolean isDocumented() {
        return documented;
    }

    /** The code spelled so, or null for one that this version does not know. */
    public static @Nullable ReasonCode parseOrNull(@Nullable String text) {
        for (ReasonCode code : values()) {
            if (code.text.equals(text)) {
                return code;
            }
        }
        return null;
    }
}
