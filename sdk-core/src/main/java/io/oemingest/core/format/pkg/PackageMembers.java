package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a package in the making, in the order of the cabinet, with what a catalog says about each. */
final class PackageMembers {
    private static final int ARCHIVE = 0x20;

    private final Map<String, ByteSource> contents = new LinkedHashMap<>();
    private final Map<String, CatalogSubject> subjects = new LinkedHashMap<>();

    /** Adds a member that the catalog lists; an empty one stays out of catalogs. */
    CatalogSubject add(String name, ByteSource content) throws IOException {
        CatalogSubject subject = CatalogSubject.of(name, content, FormatLimits.defaults());
        contents.put(name, content);
        if (content.size() > 0) {
            subjects.put(name, subject);
        }
        return subject;
    }

    CatalogSubject add(String name, byte[] content) throws IOException {
        return add(name, ByteSource.of(name, content));
    }

    void addCatalog(String name, byte[] content) {
        contents.put(name, ByteSource.of(name, content));
    }

    void addAll(PackageMembers others) {
        contents.putAll(others.contents);
        subjects.putAll(others.subjects);
    }

    List<CatalogSubject> subjects() {
        return new ArrayList<>(subjects.values());
    }

    void writeTo(Path target, CabinetCompression compression, LocalDateTime modified) throws IOException {
        CabinetWriter writer = CabinetWriter.create(compression);
        for (Map.Entry<String, ByteSource> each : contents.entrySet()) {
            ByteSource content = each.getValue();
            writer.add(new CabinetMember(each.getKey(), content.size(), 0, 0, modified, ARCHIVE), content);
        }
        writer.writeTo(target);
    }
}
