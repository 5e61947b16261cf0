package io.oemingest.emulator.signing;

import io.oemingest.emulator.port.EkuProfiles;
import java.util.regex.Pattern;

/**
 * How an emulator's certificates are made.
 *
 * @param instance names the emulator in every subject; letters, digits, blank, {@code . _ -}
 * @param authorities keys of roots and of the authorities below them
 * @param signers keys of those who sign
 * @param profiles the signers that there are
 */
public record PkiOptions(String instance, KeyKind authorities, KeyKind signers, EkuProfiles profiles) {
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}");

    /** Takes the values. @throws IllegalArgumentException if the name cannot stand in a subject */
    public PkiOptions {
        if (!INSTANCE.matcher(instance).matches()) {
            throw new IllegalArgumentException(
                    "An emulator's name has 1 to 40 letters, digits, blanks, '.', '_' or '-': '" + instance + "'");
        }
    }

    /** RSA keys as long as those of the kit's test certificates; making them takes some seconds. */
    public static PkiOptions defaults(String instance) {
        return of(instance, KeyKind.RSA_2048);
    }

    /** Keys that are made in a moment. */
    public static PkiOptions fast(String instance) {
        return of(instance, KeyKind.P_256);
    }

    /** Signers with keys of this kind, below authorities that are as strong at least. */
    public static PkiOptions of(String instance, KeyKind signers) {
        KeyKind authorities = signers == KeyKind.RSA_2048 ? KeyKind.RSA_3072 : signers;
        return new PkiOptions(instance, authorities, signers, EkuProfiles.DOCUMENTED);
    }

    /** The same with other signers. */
    public PkiOptions withProfiles(EkuProfiles table) {
        return new PkiOptions(instance, authorities, signers, table);
    }
}
