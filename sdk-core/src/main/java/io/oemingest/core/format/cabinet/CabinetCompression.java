package io.oemingest.core.format.cabinet;

/**
 * How the data of a cabinet folder is packed.
 *
 * @param windowBits 15 to 21 for LZX (a window of 32 KiB to 2 MiB), otherwise 0
 */
public record CabinetCompression(Method method, int windowBits) {
    public static final CabinetCompression STORED = new CabinetCompression(Method.STORED, 0);
    public static final CabinetCompression MSZIP = new CabinetCompression(Method.MSZIP, 0);

    /** Checks the window. @throws IllegalArgumentException if the window does not fit the method */
    public CabinetCompression {
        boolean fits = method == Method.LZX ? windowBits >= 15 && windowBits <= 21 : windowBits == 0;
        if (!fits) {
            throw new IllegalArgumentException(method + " has no window of 2^" + windowBits + " bytes");
        }
    }

    /** LZX with a window of 2^{@code windowBits} bytes. */
    public static CabinetCompression lzx(int windowBits) {
        return new CabinetCompression(Method.LZX, windowBits);
    }

    /** The packing methods that can be read and written. */
    public enum Method {
        STORED,
        MSZIP,
        LZX
    }
}
