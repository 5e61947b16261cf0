package io.oemingest.core.format.image;

import io.oemingest.core.format.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the device targeting values of an answer file. */
final class TargetingAnswers {
    private static final String AREA = "DeviceInfo/";

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Location> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private TargetingAnswers() {}

    static List<DeviceTargeting> of(ImageCustomizations answers) {
        List<DeviceTargeting> found = new ArrayList<>();
        for (ImageCustomizations.Variant variant : answers.variants()) {
            TargetingAnswers each = new TargetingAnswers();
            each.add(answers.statics());
            if (each.add(variant.settings())) {
                found.add(each.at(variant.location()));
            }
        }
        TargetingAnswers statics = new TargetingAnswers();
        if (found.isEmpty() && statics.add(answers.statics())) {
            found.add(statics.at(answers.location()));
        }
        return found;
    }

    /** Whether there was a targeting value. */
    private boolean add(List<ImageCustomizations.Settings> settings) {
        boolean added = false;
        for (ImageCustomizations.Settings area : settings) {
            if (area.path().regionMatches(true, 0, AREA, 0, AREA.length())) {
                area.values().forEach(this::add);
                added |= !area.values().isEmpty();
            }
        }
        return added;
    }

    private void add(ImageCustomizations.Setting setting) {
        values.put(setting.name(), setting.value());
        places.put(setting.name(), setting.location());
    }

    private DeviceTargeting at(Location location) {
        return new DeviceTargeting(location, values, places, false);
    }
}
