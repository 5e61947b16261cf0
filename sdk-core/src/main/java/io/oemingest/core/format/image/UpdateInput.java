package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import io.oemingest.core.internal.xml.XmlReader;
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
 * @param packageFiles paths on the machine of the run
 */
public record UpdateInput(@Nullable String description, String dateTime, List<String> packageFiles) {
    /** What stands for an unknown time. */
    public static final String NO_TIME = "0001-01-01T00:00:00";

    private static final XmlReader DOCUMENT = new XmlReader("UpdateOSInput", Set.of(UpdateHistoryReader.NAMESPACE));

    public UpdateInput {
        packageFiles = List.copyOf(packageFiles);
    }

    /** Reads the input of a run. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static UpdateInput read(ByteSource source, FormatLimits limits) throws IOException {
        return DOCUMENT.read(source, limits, UpdateInput::input);
    }

    private static UpdateInput input(XmlElement root) throws IOException {
        List<String> files = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                root, Set.of("Description", "DateTime"), Map.of("PackageFiles", list -> readFiles(list, files)));
        return new UpdateInput(
                fields.raw("Description"), Objects.requireNonNullElse(fields.text("DateTime"), NO_TIME), files);
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
}
