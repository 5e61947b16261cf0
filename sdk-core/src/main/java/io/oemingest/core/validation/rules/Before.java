package io.oemingest.core.validation.rules;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.ValidationContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The image that came before, which an update replaces: its packages by name, without regard to case and extension. */
final class Before {
    private final Map<String, PackageFacts> packages = new HashMap<>();

    private Before(SubmissionContents previous) {
        previous.packages().forEach(each -> packages.put(each.identity().key(), each));
    }

    /** Null, after saying so, if the submission updates nothing that is known here. */
    static @Nullable Before of(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (contents.kind().type() != SubmissionType.IMAGE) {
            return null;
        }
        SubmissionContents previous = context.previous();
        if (previous == null) {
            findings.skip("The image before is not known, so there is nothing to compare with.");
            return null;
        }
        return new Before(previous);
    }

    @Nullable
    PackageFacts find(PackageFacts now) {
        return packages.get(now.identity().key());
    }

    /** Whether the package is new or brings other content; true if that cannot be told. */
    boolean isUpdated(PackageFacts now) {
        PackageFacts before = find(now);
        Digest content = now.details().content();
        return before == null
                || content == null
                || !content.equals(before.details().content());
    }
}
