package io.oemingest.core.format.pkg;

import java.io.IOException;
import java.util.List;

/** Makes security catalogs for {@link PackageWriter}, which knows nothing of their encoding. */
@FunctionalInterface
public interface CatalogMaker {
    /**
     * The DER bytes of an unsigned catalog. The length must depend on the number and kinds of subjects and on the name
     * alone, because a manifest declares it before the final digests are known.
     */
    byte[] unsignedCatalog(String packageName, List<CatalogSubject> subjects) throws IOException;
}
