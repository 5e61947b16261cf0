package io.oemingest.bench.signing;

import java.io.IOException;
import java.nio.file.Path;

/** Signs or verifies one package of a folder; a process of its own has the heap of its own. */
public final class OnePackage {
    private OnePackage() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String name = arguments[2];
        SigningFolder packages = new SigningFolder(folder, new Keys(folder, "RSA"));
        switch (arguments[1]) {
            case "sign-cabinet" -> packages.signCabinet(name);
            case "sign-package" -> packages.signPackage(name);
            case "verify-package" -> packages.verifyPackage(name);
            default -> throw new IOException("There is no work " + arguments[1]);
        }
    }
}
