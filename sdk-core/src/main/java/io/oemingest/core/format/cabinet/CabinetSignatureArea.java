package io.oemingest.core.format.cabinet;

import java.io.IOException;
import java.nio.file.Path;

/** Puts a signature into a cabinet. */
public final class CabinetSignatureArea {
    private CabinetSignatureArea() {}

    /**
     * Copies the cabinet to a new file with this signature, instead of the present one if there is one. The signature
     * is padded with zeros to a multiple of 8. The target must not exist.
     */
    public static void write(Cabinet cabinet, byte[] pkcs7, Path target) throws IOException {
        throw new UnsupportedOperationException();
    }
}
