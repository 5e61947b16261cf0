package io.oemingest.bench.updates;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.IngestionEmulator;
import java.util.List;
import java.util.Locale;

/** A phone of an operator, with images of the past, from each of which to the next its OEM asks for an update. */
final class Phone {
    private final int number;
    private int links;

    Phone(int number) {
        this.number = number;
    }

    /** The same for ten phones with different operators; the first phone has device and operator for itself. */
    String device() {
        return number == 0 ? "First" : "Device" + number / 10;
    }

    String operator() {
        return number == 0 ? "000-99" : "000-0" + number % 10;
    }

    /** Gives the account so many images of the phone. */
    void enter(IngestionEmulator emulator, String oemId, int images) {
        for (int i = 0; i < images; i++) {
            Baseline image = new Baseline(
                    ProductType.WINDOWS_PHONE_BLUE,
                    new PhoneOperatorPairing(oemId, device(), operator()),
                    new FirmwareVersion(1 + i, 0, 0, 0),
                    ticket(i),
                    PackageNames.of(List.of("Contoso.Sample")));
            emulator.addImage(oemId, image, WspcStatus.BASELINE);
        }
    }

    /** An update to the next image, from where the one before has led; a trial for the first phone. */
    UpdateOrder next() {
        UpdateType type = number == 0 ? UpdateType.TRIAL : UpdateType.RETAIL_SERVICING;
        links++;
        return UpdateOrder.of(ticket(links), ticket(links - 1), type).forPhone(device(), operator());
    }

    private SubmissionTicket ticket(int image) {
        return new SubmissionTicket(String.format(Locale.ROOT, "TKT-SIGN-TEST-%04d%02d", number, image));
    }
}
