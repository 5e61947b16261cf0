package io.oemingest.core.format.pe;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.security.MessageDigest;

/** An image cut into pages: one for the headers, then those of each section. Safe for threads. */
public final class ImagePages {
    private final PeImage image;
    private final PagePlan plan;

    ImagePages(PeImage image, PagePlan plan) {
        this.image = image;
        this.plan = plan;
    }

    /** Takes pages one by one, in the order of the headers and sections. */
    @FunctionalInterface
    public interface Visitor {
        /** A page that starts at {@code offset} of the file; false ends the visit. */
        boolean page(long offset, Digest digest) throws IOException;
    }

    public long count() {
        return plan.pages();
    }

    /** Where the last page ends in the file. */
    public long end() {
        return plan.end();
    }

    /** Digests every page, filled up with zeros; of the headers the fields are left out that {@link PeImage#digest} leaves out. */
    public void forEach(DigestAlgorithm algorithm, Visitor visitor) throws IOException {
        for (PagePlan.Part part : plan.parts()) {
            long end = part.offset() + part.size();
            for (long at = part.offset(); at < end; at += plan.pageSize()) {
                if (!visitor.page(at, page(algorithm, at, Math.min(at + plan.pageSize(), end)))) {
                    return;
                }
            }
        }
    }

    private Digest page(DigestAlgorithm algorithm, long from, long to) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        if (from == 0) {
            image.updateWithout(digest, to);
        } else {
            image.update(digest, from, to);
        }
        digest.update(new byte[(int) (plan.pageSize() - (to - from))]);
        return Digest.of(algorithm, digest.digest());
    }
}
