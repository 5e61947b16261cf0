package io.oemingest.emulator.engine;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.testing.PastImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An image of the reference model.
 *
 * @param system null if nothing but the names of its packages is known
 * @param packages versions and contents by name, as {@code 1.0.0.0 content}
 */
record ModelImage(
        Account owner,
        String ticket,
        String device,
        String version,
        WspcStatus status,
        @Nullable String system,
        String feature,
        Map<String, String> packages) {
    static final String OPERATOR = "000-DE";

    private static final String CUSTOMIZATIONS = "Contoso.DEMO.Customizations.MainOS";
    private static final int BASELINES = 8;

    /** All images of an account: of three phones, the first with Windows Phone 8.1, the second known by names, the third with 8.0. */
    static List<ModelImage> of(Account owner) {
        List<ModelImage> images = new ArrayList<>();
        for (int device = 1; device <= 3; device++) {
            for (int i = 1; i <= BASELINES; i++) {
                images.add(image(owner, device, "B" + i, i + ".0.0.0", WspcStatus.BASELINE));
            }
            images.add(
                    image(owner, device, "CO", "2.5.0.0", WspcStatus.COMPLIANT).with("Contoso.A", "1.0.0.0 other"));
            images.add(image(owner, device, "NC", "2.6.0.0", WspcStatus.NON_COMPLIANT));
            images.add(image(owner, device, "LC", "1.7.0.0", WspcStatus.LEGACY_COMPLIANT));
            images.add(image(owner, device, "LE", "0.5.0.0", WspcStatus.LEGACY_NON_COMPLIANT));
            images.add(image(owner, device, "LX", "0.4.0.0", WspcStatus.LEGACY_NON_COMPLIANT)
                    .with("Contoso.X", "1.0.0.0 x"));
            images.add(image(owner, device, "LM", "1.5.0.0", WspcStatus.LEGACY_NON_COMPLIANT));
            images.add(
                    image(owner, device, "PX", "3.5.0.0", WspcStatus.BASELINE).with("Contoso.X", "1.0.0.0 x"));
            images.add(
                    image(owner, device, "FX", "3.7.0.0", WspcStatus.BASELINE).built("OTHER_FEATURE"));
            images.add(image(owner, device, "SV", "3.8.0.0", WspcStatus.BASELINE)
                    .with("Contoso.A", "1.0.0.0 1.0.0.0")
                    .with(CUSTOMIZATIONS, "1.0.0.0 1.0.0.0"));
        }
        return images;
    }

    private static ModelImage image(Account owner, int device, String name, String version, WspcStatus status) {
        String system = device == 1 ? "8.10.12349.825" : "8.0.10211.204";
        String packed = version + " " + version;
        return new ModelImage(
                owner,
                "TKT-SIGN-TEST-" + owner.oemId().charAt(0) + device + name + "X",
                "D" + device,
                version,
                status,
                device == 2 ? null : system,
                "STANDARD_FEATURE_1",
                new TreeMap<>(Map.of("Contoso.A", packed, CUSTOMIZATIONS, packed)));
    }

    private ModelImage with(String name, String packed) {
        packages.put(name, packed);
        return this;
    }

    private ModelImage built(String other) {
        return new ModelImage(owner, ticket, device, version, status, system, other, packages);
    }

    String versionOf(String name) {
        return packages.get(name).split(" ", -1)[0];
    }

    void enterInto(IngestionEngine engine) {
        if (system == null) {
            engine.enterImage(new BookedImage(
                    owner.clientId(),
                    new Baseline(
                            ProductType.WINDOWS_PHONE_BLUE,
                            new PhoneOperatorPairing("Contoso", device, OPERATOR),
                            FirmwareVersion.parse(version),
                            new SubmissionTicket(ticket),
                            PackageNames.of(packages.keySet())),
                    status));
            return;
        }
        PastImage image = PastImage.of(device, OPERATOR, version)
                .system(system)
                .feature(feature)
                .customizations(versionOf(CUSTOMIZATIONS));
        packages.forEach((name, packed) -> {
            if (!name.equals(CUSTOMIZATIONS)) {
                String component = name.substring("Contoso.".length());
                image.with(component, versionOf(name), packed.split(" ", -1)[1]);
            }
        });
        engine.enterImage(owner, new SubmissionTicket(ticket), image.contents(), status);
    }
}
