package io.oemingest.emulator.engine;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import java.util.List;

/** Images of the past for phones, of which only the names of their packages are known, and orders between them. */
final class PhoneImages {
    private PhoneImages() {}

    static SubmissionTicket ticket(String code) {
        return new SubmissionTicket("TKT-SIGN-TEST-" + code);
    }

    static BookedImage image(Account owner, String code, String device, String version, WspcStatus status) {
        PhoneOperatorPairing phone = new PhoneOperatorPairing(owner.oemId(), device, "000-DE");
        return new BookedImage(
                owner.clientId(),
                new Baseline(
                        ProductType.WINDOWS_PHONE_BLUE,
                        phone,
                        FirmwareVersion.parse(version),
                        ticket(code),
                        PackageNames.of(List.of("Contoso.A"))),
                status);
    }

    static UpdateOrder order(String source, String target, String device, UpdateType type) {
        return UpdateOrder.of(ticket(target), ticket(source), type).forPhone(device, "000-DE");
    }
}
