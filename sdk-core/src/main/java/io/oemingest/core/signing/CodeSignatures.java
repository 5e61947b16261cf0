package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads signatures without judging them. */
public final class CodeSignatures {
    private CodeSignatures() {}

    /** The signature of a cabinet, or null if it has none. @throws io.oemingest.core.format.MalformedFileException if it is not readable */
    public static @Nullable CodeSignature ofCabinet(Cabinet cabinet, FormatLimits limits) throws IOException {
        return of(cabinet.signatureArea(), cabinet.source().name(), limits);
    }

    /** The signature of a PE file, or null if it has none. @throws io.oemingest.core.format.MalformedFileException if it is not readable */
    public static @Nullable CodeSignature ofPe(PeImage image, FormatLimits limits) throws IOException {
        return of(image.signature(), image.source().name(), limits);
    }

    /** The DER bytes of a cabinet's or image's signature area, without the padding behind them. */
    public static byte[] encoded(ByteSource area, FormatLimits limits) throws IOException {
        return SignedMessage.node(area, where(area.name()), limits).encoded();
    }

    /** The signature of a catalog, or null if it has none. */
    public static @Nullable CodeSignature ofCatalog(SecurityCatalog catalog) {
        return catalog.signature();
    }

    private static @Nullable CodeSignature of(@Nullable ByteSource area, String file, FormatLimits limits)
            throws IOException {
        return area == null ? null : SignatureFacts.of(SignedMessage.read(area, where(file), limits));
    }

    static Location where(String file) {
        return Location.ofPart(file, "signature");
    }
}
