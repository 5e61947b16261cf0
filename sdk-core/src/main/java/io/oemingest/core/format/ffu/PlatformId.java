package io.oemingest.core.format.ffu;

import java.util.List;

/** A device that an image is for: {@code Manufacturer.Family.ProductName[.Version]}, each part or the whole may be {@code *}. */
public record PlatformId(String text) {
    private static final String ANY = "*";
    private static final int NAME_PARTS = 3;
    private static final int PARTS = 4;

    /** Takes the text as it stands in an image. @throws IllegalArgumentException if it has not the form */
    public PlatformId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not of the form Manufacturer.Family.ProductName[.Version]");
        }
    }

    /** The first part, which is the OEM's id, or {@code *}. */
    public String oemId() {
        return parts(text).get(0);
    }

    /** Whether a device that reports {@code device} may be flashed; without a version here, the device's does not count. */
    public boolean matches(String device) {
        if (text.equals(ANY)) {
            return true;
        }
        List<String> wanted = parts(text);
        List<String> found = parts(device);
        for (int i = 0; i < wanted.size(); i++) {
            boolean any = wanted.get(i).equals(ANY);
            if (i >= found.size() || (!any && !wanted.get(i).equals(found.get(i)))) {
                return false;
            }
        }
        return found.size() >= NAME_PARTS;
    }

    @Override
    public String toString() {
        return text;
    }

    static boolean isWellFormed(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return false;
        }
        List<String> parts = parts(text);
        return text.equals(ANY) || (parts.size() >= NAME_PARTS && parts.stream().noneMatch(String::isEmpty));
    }

    // A version has points of its own, so the fourth part is all the rest.
    private static List<String> parts(String text) {
        return List.of(text.split("\\.", PARTS));
    }
}
