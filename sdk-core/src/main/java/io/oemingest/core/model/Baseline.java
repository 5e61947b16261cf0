package io.oemingest.core.model;

/**
 * The package set of an image that was signed as a baseline, for one of the phones and operators that it is for; images
 * with another version for them are compared with it.
 */
public record Baseline(
        ProductType product,
        PhoneOperatorPairing pairing,
        FirmwareVersion version,
        SubmissionTicket ticket,
        PackageNames packages) {

    /** As people are told of it: {@code TKT-SIGN-TEST-AB12CD (1.2.0.0)}. */
    public String label() {
        return ticket + " (" + version + ")";
    }
}
