package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.CodeSignatures;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The PKCS#7 signature in a cabinet or an image, as a file of its own. */
record SignatureContents(String name, ByteSource signature) implements Contents {

    /** @throws MalformedFileException if the file has no place for a signature, or none in it */
    static SignatureContents of(ByteSource file, FormatLimits limits) throws IOException {
        ByteSource area = area(file, limits);
        if (area == null) {
            throw new MalformedFileException(
                    Location.ofFile(file.name()), "has no signature of its own: no cabinet or image that is signed");
        }
        String name = file.name().replaceFirst("^.*[/\\\\]", "") + ".p7";
        return new SignatureContents(name, ByteSource.of(name, CodeSignatures.encoded(area, limits)));
    }

    private static @Nullable ByteSource area(ByteSource file, FormatLimits limits) throws IOException {
        if (Cabinet.isCabinet(file)) {
            return Cabinet.read(file, limits).signatureArea();
        }
        return PeImage.isPe(file) ? PeImage.read(file, limits).signature() : null;
    }

    @Override
    public List<ContainedFile> files() {
        return List.of(new ContainedFile(name, name, signature.size()));
    }

    @Override
    public void visit(Set<String> names, Visitor visitor) throws IOException {
        visitor.visit(name, signature.stream());
    }
}
