package io.oemingest.core.inspect;

import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.internal.zip.ZipEntryFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The entries of an archive. */
record ZipContents(StrictZip zip) implements Contents {
    @Override
    public List<ContainedFile> files() {
        return zip.entries().stream()
                .map(each -> new ContainedFile(each.name(), each.name(), each.size()))
                .toList();
    }

    @Override
    public void visit(Set<String> names, Visitor visitor) throws IOException {
        for (ZipEntryFacts each : zip.entries()) {
            if (names.contains(each.name())) {
                try (InputStream content = zip.open(each)) {
                    visitor.visit(each.name(), content);
                }
            }
        }
    }
}
