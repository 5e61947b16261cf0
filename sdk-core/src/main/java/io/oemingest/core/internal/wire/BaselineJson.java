package io.oemingest.core.internal.wire;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A baseline of one phone and operator, on the wire and in caches.
 *
 * @param packages names without extension
 */
public record BaselineJson(
        @Nullable String ticketId,
        @Nullable String product,
        @Nullable PairingJson pairing,
        @Nullable String version,
        @Nullable List<String> packages) {

    public static BaselineJson of(Baseline baseline) {
        PhoneOperatorPairing pairing = baseline.pairing();
        return new BaselineJson(
                baseline.ticket().id(),
                baseline.product().text(),
                new PairingJson(pairing.manufacturer(), pairing.modelName(), pairing.operatorName()),
                baseline.version().toString(),
                baseline.packages().names());
    }

    /** The baseline as a value. @throws MalformedFileException if something is absent or is not what it should be */
    public Baseline toModel(String sourceName, String path) throws MalformedFileException {
        return new Baseline(
                WireValues.convert(product, BaselineJson::product, sourceName, path + ".product"),
                WireValues.convert(pairing, BaselineJson::pairing, sourceName, path + ".pairing"),
                WireValues.convert(version, FirmwareVersion::parse, sourceName, path + ".version"),
                WireValues.convert(ticketId, SubmissionTicket::new, sourceName, path + ".ticketId"),
                WireValues.convert(packages, PackageNames::of, sourceName, path + ".packages"));
    }

    private static ProductType product(String text) {
        ProductType product = ProductType.parseOrNull(text);
        if (product == null) {
            throw new IllegalArgumentException("is not a known product: '" + text + "'");
        }
        return product;
    }

    private static PhoneOperatorPairing pairing(PairingJson json) {
        return new PhoneOperatorPairing(json.manufacturer(), json.modelName(), json.operatorName());
    }
}
