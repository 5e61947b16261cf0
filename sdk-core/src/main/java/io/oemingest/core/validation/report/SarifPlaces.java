package io.oemingest.core.validation.report;

import io.oemingest.core.format.Location;
import io.oemingest.core.internal.wire.SarifJson.ArtifactLocation;
import io.oemingest.core.internal.wire.SarifJson.LogicalLocation;
import io.oemingest.core.internal.wire.SarifJson.PhysicalLocation;
import io.oemingest.core.internal.wire.SarifJson.Place;
import io.oemingest.core.internal.wire.SarifJson.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in SARIF: a file is a URI reference (3.4.3), a part of it a logical location (3.33). */
final class SarifPlaces {
    /** RFC 3986: unreserved characters, and those that a path may hold as they are. */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";

    private SarifPlaces() {}

    static Place of(Location location) {
        return new Place(
                new PhysicalLocation(new ArtifactLocation(uri(location.file())), region(location)),
                location.part() == null ? null : List.of(new LogicalLocation(location.part())));
    }

    private static @Nullable Region region(Location location) {
        Integer line = positive(location.line());
        if (line != null) {
            return new Region(line, positive(location.column()), null, null);
        }
        return location.offset() == null ? null : new Region(null, null, location.offset(), 0);
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number < 1 ? null : number;
    }

    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
