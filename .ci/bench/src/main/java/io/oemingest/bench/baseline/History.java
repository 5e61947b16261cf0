package io.oemingest.bench.baseline;

import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageDetails;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An image of many packages for 50 operators, and the baselines of each before and after it. */
final class History {
    static final int BASELINES = 100;

    private static final int OPERATORS = BASELINES / 2;
    private static final PackageDetails NONE = PackageDetails.NONE;
    private static final ProductType PRODUCT = ProductType.WINDOWS_PHONE_THRESHOLD;

    private History() {}

    /** The packages of an image; the first 50 hold the targeting values of one operator each. */
    static SubmissionContents image(int size) {
        List<PackageFacts> packages = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            packages.add(facts(i));
        }
        return new SubmissionContents(
                new SubmissionKind(SubmissionType.IMAGE, SubmissionContext.CONTEXTUAL, PRODUCT, true),
                ImageDocuments.NONE,
                packages,
                List.of(),
                List.of());
    }

    /** The names of every baseline as they come from a service: new texts, in no case that could be relied on. */
    static List<List<String>> names(int size) {
        List<List<String>> all = new ArrayList<>();
        for (int baseline = 0; baseline < BASELINES; baseline++) {
            List<String> names = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                String name = identity(i).name();
                names.add(i % 2 == 0 ? name : name.toUpperCase(Locale.ROOT));
            }
            all.add(names);
        }
        return all;
    }

    /** The baselines 1.0.0.0 and 3.0.0.0 of every operator. */
    static KnownBaselines known(SubmissionContents image, List<List<String>> names) {
        Iterator<List<String>> next = names.iterator();
        return KnownBaselines.ask(
                query -> new Current(List.of("1.0.0.0", "3.0.0.0").stream()
                        .map(version -> new Baseline(
                                PRODUCT,
                                query.pairing(),
                                FirmwareVersion.parse(version),
                                new SubmissionTicket("TKT-SIGN-TEST-AAAAA1"),
                                PackageNames.of(next.next())))
                        .toList()),
                image);
    }

    private static PackageFacts facts(int i) {
        PackageIdentity identity = identity(i);
        String path = "packages/" + identity.name() + ".spkg";
        PackageDetails details = i < OPERATORS ? details(new DeviceTargeting(Location.ofFile(path), values(i))) : NONE;
        return new PackageFacts(
                new FileFacts(path, 1, new Digest(DigestAlgorithm.SHA256, "00".repeat(32))),
                identity.name(),
                PackageStyle.SPKG,
                identity,
                FirmwareVersion.parse("2.0.0.0"),
                new PackageAttributes("OEM", "Production", "MainOS", null, false, false),
                null,
                details);
    }

    private static PackageDetails details(DeviceTargeting targeting) {
        return new PackageDetails(
                1,
                targeting,
                NONE.problems(),
                null,
                NONE.acpiTables(),
                NONE.drivers(),
                NONE.testCertificates(),
                NONE.apps(),
                false);
    }

    private static PackageIdentity identity(int i) {
        return PackageIdentity.of("Contoso", "Feature" + i, "Customizations.MainOS");
    }

    private static Map<String, String> values(int operator) {
        return Map.of(
                "PhoneManufacturer", "CONTOSO",
                "PhoneManufacturerModelName", "D100",
                "PhoneMobileOperatorName", String.format(Locale.ROOT, "%03d-DE", operator),
                "PhoneFirmwareRevision", "2.0.0.0");
    }
}
