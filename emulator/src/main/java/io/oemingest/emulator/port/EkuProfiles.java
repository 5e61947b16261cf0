package io.oemingest.emulator.port;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SigningProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signers that a service has, each with an id and a combination of its own. */
public record EkuProfiles(List<EkuProfile> all) {
    /** Those of the documents, of the kit's test certificates and of Microsoft's signed files. */
    public static final EkuProfiles DOCUMENTED = new EkuProfiles(List.of(
            EkuProfile.OEM,
            EkuProfile.HAL,
            EkuProfile.PP,
            EkuProfile.PPL,
            EkuProfile.APP,
            EkuProfile.PLATFORM_KEY,
            EkuProfile.MICROSOFT_SYSTEM));

    /** @throws IllegalArgumentException if two rows share an id or a combination, or none is the platform key */
    public EkuProfiles {
        all = List.copyOf(all);
        Map<String, EkuProfile> ids = new HashMap<>();
        Map<EkuCombination, EkuProfile> combinations = new HashMap<>();
        for (EkuProfile each : all) {
            if (ids.put(each.id().toLowerCase(Locale.ROOT), each) != null) {
                throw new IllegalArgumentException("Two profiles have the id " + each);
            }
            EkuProfile same = combinations.put(each.ekus(), each);
            if (same != null) {
                throw new IllegalArgumentException(
                        "The profiles " + same + " and " + each + " have the same combination '" + each.ekus() + "'");
            }
        }
        if (all.stream().noneMatch(each -> each.branch() == EkuProfile.Branch.IMAGES)) {
            throw new IllegalArgumentException(
                    "No profile is for the catalogs of images; keep " + EkuProfile.PLATFORM_KEY);
        }
    }

    /** The table as everybody may know it. */
    public List<SigningProfile> describe() {
        return all.stream().map(EkuProfile::describe).toList();
    }

    /** The same and one more. @throws IllegalArgumentException if its id or combination is taken */
    public EkuProfiles with(EkuProfile more) {
        return new EkuProfiles(Stream.concat(all.stream(), Stream.of(more)).toList());
    }

    /** The profile of this id, ignoring case, or null. */
    public @Nullable EkuProfile find(String id) {
        return all.stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElse(null);
    }

    /** The signer of packages with exactly these usages, or null. */
    public @Nullable EkuProfile ofPackages(EkuCombination ekus) {
        return ofPackages().stream()
                .filter(each -> each.ekus().equals(ekus))
                .findFirst()
                .orElse(null);
    }

    /** The signers of packages and what is in them. */
    public List<EkuProfile> ofPackages() {
        return all.stream()
                .filter(each -> each.branch() == EkuProfile.Branch.PACKAGES)
                .toList();
    }

    /** The signer of the catalogs of images. */
    public EkuProfile platformKey() {
        return all.stream()
                .filter(each -> each.branch() == EkuProfile.Branch.IMAGES)
                .findFirst()
                .orElseThrow();
    }
}
