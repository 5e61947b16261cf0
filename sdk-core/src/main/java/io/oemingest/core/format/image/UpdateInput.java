package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.internal.xml.XmlWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The packages that an imaging run was to install ({@code UpdateInput.xml}).
 *
 * @param dateTime as written; {@link #NO_TIME} if absent
 * @param earlier what earlier tools wrote besides
 * @param packageFiles paths on the machine of the run
 */
public record UpdateInput(@Nullable String description, String dateTime, Earlier earlier, List<String> packageFiles) {
    /** What stands for an unknown time. */
    public static final String NO_TIME = "0001-01-01T00:00:00";

    private static final XmlReader DOCUMENT = new XmlReader("UpdateOSInput", Set.of(UpdateHistoryReader.NAMESPACE));

    /** Elements that are kept for compatibility only. */
    public record Earlier(
            @Nullable String updateOsMode,
            @Nullable String updateApplicationMode,
            @Nullable String uiBitmapFile) {
        /** None of them. */
        public static final Earlier NONE = new Earlier(null, null, null);
    }

    public UpdateInput {
        packageFiles = List.copyOf(packageFiles);
    }

    /** An input in the present form. */
    public UpdateInput(@Nullable String description, String dateTime, List<String> packageFiles) {
        this(description, dateTime, Earlier.NONE, packageFiles);
    }

    /** Reads the input of a run. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static UpdateInput read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, UpdateInput::input);
    }

    private static UpdateInput input(XmlElement root) throws IOException {
        List<String> files = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                root,
                Set.of("Description", "DateTime", "UpdateOSMode", "UpdateApplicationMode", "UIBitmapFile"),
                Map.of("PackageFiles", list -> readFiles(list, files)));
        Earlier earlier = new Earlier(
                fields.text("UpdateOSMode"), fields.text("UpdateApplicationMode"), fields.text("UIBitmapFile"));
        return new UpdateInput(
                fields.raw("Description"),
                Objects.requireNonNullElse(fields.text("DateTime"), NO_TIME),
                earlier,
                files);
    }

    private static void readFiles(XmlElement list, List<String> target) throws IOException {
        list.children("PackageFile", child -> {
            String file = child.text().strip();
            if (file.isEmpty()) {
                throw child.malformed("element 'PackageFile' is empty");
            }
            target.add(file);
        });
    }

    /** The document in the order of its schema. */
    public byte[] toBytes() {
        return new XmlWriter("UTF-8")
                .open("UpdateOSInput", "xmlns", UpdateHistoryReader.NAMESPACE)
                .nullable("Description", description)
                .leaf("DateTime", dateTime)
                .optional("UpdateOSMode", earlier.updateOsMode)
                .optional("UpdateApplicationMode", earlier.updateApplicationMode)
                .optional("UIBitmapFile", earlier.uiBitmapFile)
                .list("PackageFiles", "PackageFile", packageFiles)
                .close()
                .toBytes();
    }
}
