package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.ImageCustomizations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Joins what packages and a loose file of answers say of the phones that an image is for. */
final class Targetings {
    private Targetings() {}

    static List<DeviceTargeting> of(SubmissionContents contents) {
        List<DeviceTargeting> packages = contents.packages().stream()
                .map(PackageFacts::targeting)
                .filter(Objects::nonNull)
                .toList();
        ReadDocument<ImageCustomizations> answers = contents.documents().targeting();
        List<DeviceTargeting> variants =
                answers == null ? List.of() : answers.content().deviceTargeting();
        return variants.isEmpty()
                ? packages
                : variants.stream().map(each -> over(packages, each)).toList();
    }

    private static DeviceTargeting over(List<DeviceTargeting> packages, DeviceTargeting variant) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Location> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (DeviceTargeting each : packages) {
            put(each, values, places);
        }
        put(variant, values, places);
        boolean provisioned = packages.stream().anyMatch(DeviceTargeting::provisioned);
        return new DeviceTargeting(variant.location(), values, places, provisioned);
    }

    private static void put(DeviceTargeting from, Map<String, String> values, Map<String, Location> places) {
        values.putAll(from.values());
        from.values().keySet().forEach(name -> places.put(name, from.places().getOrDefault(name, from.location())));
    }
}
