package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import org.jspecify.annotations.Nullable;

/** Whether an update of the operating system alone may be asked for (rules AKO-01, AKO-07, AKO-08). */
final class OsOnlyChecks {
    private OsOnlyChecks() {}

    static void check(UpdateOrder order, MicrosoftAkOnly asked, UpdateFindings findings) {
        if (order.type() == UpdateType.RETAIL_SERVICING && asked.product() != UpdateProduct.WINDOWS_PHONE_BLUE) {
            findings.block(
                    "AKO-01",
                    ReasonCode.OS_ONLY_RETAIL_NOT_ALLOWED,
                    "type",
                    "Updates of the operating system alone cannot be requested for retail phones with Windows 10.");
        }
        if (asked.target().compareTo(PhoneChecks.NAMED_PHONES_SINCE) >= 0) {
            requireName("deviceName", order.deviceName(), "device", findings);
            requireName("operatorId", order.operatorId(), "operator", findings);
        }
        if (asked.target().compareTo(asked.source()) <= 0) {
            findings.block(
                    "AKO-07",
                    ReasonCode.VERSION_NOT_INCREASING,
                    "targetOsVersion",
                    "The target " + asked.target() + " is not above the source " + asked.source() + ".");
        }
    }

    /** A phone and operator as people are told of them. */
    static String phone(@Nullable String device, @Nullable String operator) {
        return (device == null ? "any device" : device) + "/" + (operator == null ? "any operator" : operator);
    }

    private static void requireName(String part, @Nullable String name, String what, UpdateFindings findings) {
        if (name == null) {
            findings.block("AKO-08", ReasonCode.INVALID_REQUEST, part, "The request names no " + what + ".");
        }
    }
}
