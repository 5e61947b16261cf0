package io.oemingest.emulator.port;

import io.oemingest.core.model.EkuCombination;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the test signature of a package says.
 *
 * @param ekus combination of the package's own signer
 * @param partEkus combinations of all signers: package, catalog and every image inside
 * @param signerThumbprint SHA-1 of the package signer's certificate, lower-case hexadecimal
 */
public record InputSignature(EkuCombination ekus, Set<EkuCombination> partEkus, String signerThumbprint) {
    public InputSignature {
        partEkus = Set.copyOf(partEkus);
    }

    /** Combinations of parts that are signed for something else than the package. */
    public Set<EkuCombination> otherEkus() {
        return partEkus.stream().filter(each -> !each.equals(ekus)).collect(Collectors.toUnmodifiableSet());
    }
}
