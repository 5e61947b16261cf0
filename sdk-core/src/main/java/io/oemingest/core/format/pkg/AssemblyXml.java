package io.oemingest.core.format.pkg;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.model.FirmwareVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The element {@code assemblyIdentity} and its attributes. */
final class AssemblyXml {
    static final String NAMESPACE = "urn:schemas-microsoft-com:asm.v3";
    static final String ELEMENT = "assemblyIdentity";

    private AssemblyXml() {}

    static AssemblyIdentity read(XmlElement element) throws MalformedFileException {
        String language = value(element, "language");
        boolean neutral = "neutral".equalsIgnoreCase(language) || "*".equals(language);
        return new AssemblyIdentity(
                element.requiredAttribute("name"),
                version(element),
                value(element, "processorArchitecture"),
                value(element, "publicKeyToken"),
                neutral ? null : language,
                value(element, "type"),
                value(element, "versionScope"));
    }

    /** The identity inside an element, null if there is none. */
    static @Nullable AssemblyIdentity inside(XmlElement parent) throws IOException {
        List<AssemblyIdentity> found = new ArrayList<>(1);
        parent.children(ELEMENT, child -> {
            if (found.isEmpty()) {
                found.add(read(child));
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** An attribute without surrounding blanks, null if it is absent or empty. */
    static @Nullable String value(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        return text == null || text.isBlank() ? null : text.strip();
    }

    static void write(XmlWriter xml, AssemblyIdentity assembly) {
        xml.empty(
                ELEMENT,
                "name",
                assembly.name(),
                "version",
                assembly.version().toString(),
                "processorArchitecture",
                assembly.architecture(),
                "language",
                assembly.languageOrNeutral(),
                "publicKeyToken",
                assembly.token(),
                "versionScope",
                assembly.versionScope());
    }

    private static FirmwareVersion version(XmlElement element) throws MalformedFileException {
        String text = element.attribute("version");
        FirmwareVersion version = text == null ? FirmwareVersion.ZERO : FirmwareVersion.parseOrNull(text);
        if (version == null) {
            throw element.malformed("the version is not four numbers from 0 to 65535: '" + text + "'");
        }
        return version;
    }
}
