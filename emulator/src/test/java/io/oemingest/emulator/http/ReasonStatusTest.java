package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonStatusTest {
    @ParameterizedTest
    @CsvSource({
        "TicketDoesNotExist,404",
        "FirmwareSubmissionIsInProgress,409",
        "FirmwareSubmissionHasFailed,409",
        "NotTicketOwner,403",
        "ResubmissionTicket,409",
        "PendingManualIntervention,409",
        "ClientVersionNotSupported,400",
        "PermissionDenied,403",
        "EkuNotAllowed,403",
        "OemIdMismatch,422",
        "CatalogIntegrity,422",
        "ValidationFailed,422",
        "ArchiveInvalid,422",
        "DigestMismatch,422",
        "UploadIncomplete,409",
        "UploadDoesNotExist,404",
        "UploadOffsetMismatch,409",
        "PayloadTooLarge,413",
        "IdempotencyKeyReused,422",
        "TargetNotSigned,409",
        "TargetNotImage,422",
        "TargetNotBaseline,422",
        "SourceNotBaseline,422",
        "VersionNotIncreasing,422",
        "ChainBroken,409",
        "DuplicateSource,409",
        "FeatureSetChanged,422",
        "PopNotTargeted,422",
        "OsOnlyRetailNotAllowed,422",
        "AlreadyLive,409",
        "EnvironmentMismatch,422",
        "InvalidState,409",
        "InvalidRequest,400",
        "CredentialsUnknown,401",
        "RateLimited,429",
        "InternalError,500",
    })
    void carriesEachReasonWithTheStatusOfTheContract(String reason, int status) {
        ReasonCode code = ReasonCode.parseOrNull(reason);

        assertThat(code).isNotNull();
        assertThat(ReasonStatus.of(code)).isEqualTo(status);
    }

    @Test
    void findsEveryReasonInTheContract() {
        assertThat(Contract.examples("Reason"))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ReasonCode.values()).map(ReasonCode::text).toArray(String[]::new));
    }
}
