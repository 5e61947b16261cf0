package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.CpuType;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateOrderTest {
    private static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-AB03ST");

    @Test
    void readsTheDocumentedExample() {
        MicrosoftAkOnly payload =
                MicrosoftAkOnly.parse("arm", "windowsphoneblue", "8.10.12349.825", "08.010.014234.0375");
        assertThat(payload)
                .isEqualTo(new MicrosoftAkOnly(
                        CpuType.ARM,
                        UpdateProduct.WINDOWS_PHONE_BLUE,
                        FirmwareVersion.parse("8.10.12349.825"),
                        FirmwareVersion.parse("8.10.14234.375")));
    }

    @ParameterizedTest
    @CsvSource({
        "MIPS,  WindowsPhoneBlue, 8.10.1.1, 8.10.1.2, The CPU 'MIPS' is not known (rule AKO-03)",
        "ARM64, WindowsPhoneBlue, 8.10.1.1, 8.10.1.2, The CPU 'ARM64' is not known (rule AKO-03)",
        ",      WindowsPhoneBlue, 8.10.1.1, 8.10.1.2, The CPU '' is not known (rule AKO-03)",
        "x86,   WindowsIoTCoreThreshold, 8.10.1.1, 8.10.1.2, The product 'WindowsIoTCoreThreshold' is not known (rule AKO-04)",
        "x86,   , 8.10.1.1, 8.10.1.2, The product '' is not known (rule AKO-04)",
        "x86,   WindowsPhoneBlue, , 8.10.1.2, 'The request names no source version (rules AKO-05, AKO-10)'",
        "x86,   WindowsPhoneBlue, 8.10.1.1, ' ', The request names no target version (rule AKO-05)",
        "x86,   WindowsPhoneBlue, 8.10.1.1, 8.10, The version '8.10' is not four numbers with dots between (rule AKO-06)",
    })
    void refusesValuesThatCannotBe(
            @Nullable String cpu,
            @Nullable String product,
            @Nullable String source,
            @Nullable String target,
            String message) {
        assertThatThrownBy(() -> MicrosoftAkOnly.parse(cpu, product, source, target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void keepsSelfHostingToTheOperatingSystemAlone() {
        assertThatThrownBy(() -> UpdateOrder.of(TARGET, null, UpdateType.PARTNER_SELF_HOST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The request type 'PartnerSelfHost' is for updates of the operating system alone (rule RFU-05)");
    }

    @Test
    void asksForKnownKindsOnly() {
        assertThatThrownBy(() -> UpdateOrder.of(TARGET, null, UpdateType.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only known kinds of updates can be asked for (rule RFU-05)");
        assertThatThrownBy(() ->
                        new UpdateOrder(new UpdatePayload.Unrecognized("Later"), UpdateType.TRIAL, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only known kinds of updates can be asked for (rule RFU-05)");
    }

    @Test
    void takesABlankPhoneForNone() {
        UpdateOrder order = UpdateOrder.of(TARGET, null, UpdateType.TRIAL).forPhone(" ", "");
        assertThat(order.deviceName()).isNull();
        assertThat(order.operatorId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TKT-RFU-PROD-ABCD56-1,   TKT-RFU-PROD-ABCD56-1, PROD",
        "TKT-SIGN-TEST-AB03ST-2,  TKT-RFU-TEST-AB03ST-2, TEST",
        "' TKT-RFU-TEST-AB12C-3', TKT-RFU-TEST-AB12C-3,  TEST",
        "TKT-SIGN-TEST-AB03ST,    TKT-SIGN-TEST-AB03ST, ",
        "bad_ticket_number,       bad_ticket_number, ",
    })
    void understandsEverySpellingOfATicket(String typed, String meant, @Nullable String environment) {
        RequestForUpdateTicket ticket = RequestForUpdateTicket.ofInput(typed);
        assertThat(ticket.id()).isEqualTo(meant);
        assertThat(ticket.environment()).isEqualTo(environment);
        assertThat(ticket.isWellFormed()).isEqualTo(environment != null);
    }

    @Test
    void refusesABlankTicket() {
        assertThatThrownBy(() -> RequestForUpdateTicket.ofInput("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ticket id must not be blank (rules STA-07, CAN-05)");
    }
}
