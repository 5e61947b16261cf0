package io.oemingest.emulator.port;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of signer for packages and their parts, with the usages that the kit's test certificates carry. */
public enum EkuProfile {
    /** Drivers, programs and packages of an OEM. */
    OEM(PhoneEku.OEM),
    /** Extensions of the hardware abstraction layer. */
    HAL(PhoneEku.HAL, PhoneEku.HAL_EXTENSION),
    /** Protected processes. */
    PP(PhoneEku.OEM, PhoneEku.PROTECTED_PROCESS),
    /** Light protected processes. */
    PPL(PhoneEku.OEM, PhoneEku.PROTECTED_PROCESS_LIGHT),
    /** Applications of an OEM. */
    APP(PhoneEku.APP, PhoneEku.APP_SECOND_PARTY);

    private final String ekus;

    EkuProfile(PhoneEku... ekus) {
        this.ekus = EkuCombination.of(Arrays.stream(ekus).map(PhoneEku::oid).toList())
                .toString();
    }

    /** The usages besides code signing. */
    public EkuCombination ekus() {
        return EkuCombination.parse(ekus);
    }

    /** The profile with exactly these usages, or null. */
    public static @Nullable EkuProfile parseOrNull(EkuCombination ekus) {
        for (EkuProfile profile : values()) {
            if (profile.ekus().equals(ekus)) {
                return profile;
            }
        }
        return null;
    }

    public static Set<EkuCombination> combinations() {
        return Arrays.stream(values()).map(EkuProfile::ekus).collect(Collectors.toUnmodifiableSet());
    }

    /** Every usage that a signer of packages may have, code signing first. */
    public static List<String> allOids() {
        return Stream.concat(
                        Stream.of(EkuCombination.CODE_SIGNING),
                        Arrays.stream(values()).flatMap(profile -> profile.ekus().oids().stream()))
                .distinct()
                .toList();
    }
}
