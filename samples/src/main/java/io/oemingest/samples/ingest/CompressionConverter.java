package io.oemingest.samples.ingest;

import io.oemingest.core.format.cabinet.CabinetCompression;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how a cabinet is to be packed: {@code LZX}, {@code LZX:15} to {@code LZX:21}, {@code MSZIP} or {@code STORED}. */
final class CompressionConverter implements ITypeConverter<CabinetCompression> {
    // The window that the package tools of Windows 10 take.
    private static final int WINDOW = 15;
    private static final Pattern LZX = Pattern.compile("LZX:(1[5-9]|2[01])");

    @Override
    public CabinetCompression convert(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        if (LZX.matcher(upper).matches()) {
            return CabinetCompression.lzx(Integer.parseInt(upper.substring(4)));
        }
        return switch (upper) {
            case "LZX" -> CabinetCompression.lzx(WINDOW);
            case "MSZIP" -> CabinetCompression.MSZIP;
            case "STORED" -> CabinetCompression.STORED;
            default ->
                throw new TypeConversionException("'" + value + "' is none of LZX, LZX:15 to LZX:21, MSZIP and STORED");
        };
    }
}
