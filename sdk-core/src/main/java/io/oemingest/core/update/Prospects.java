package io.oemingest.core.update;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateImage.Facts;
import io.oemingest.core.update.UpdatePlan.Prospect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the images at both ends of a plan would have to be. */
final class Prospects {
    private final PhoneHistory phone;
    private final List<Prospect> found = new ArrayList<>();

    private Prospects(PhoneHistory phone) {
        this.phone = phone;
    }

    static List<Prospect> of(PhoneHistory phone, SubmissionTicket from, SubmissionTicket to) {
        Prospects prospects = new Prospects(phone);
        prospects.add(from, List.of());
        if (!from.equals(to)) {
            prospects.add(to, prospects.lost(from, to));
        }
        return prospects.found;
    }

    private void add(SubmissionTicket ticket, List<String> lost) {
        UpdateImage image = phone.find(ticket);
        BaselineOutlook outlook = phone.outlook(ticket);
        if (image == null || image.facts() == null || outlook == null) {
            return;
        }
        if (!image.facts().status().isBaseline() || !lost.isEmpty()) {
            found.add(new Prospect(image, outlook.lacking(lost)));
        }
    }

    /** What an update would take away, and must not (rules RFU-15, RFU-18). */
    private List<String> lost(SubmissionTicket from, SubmissionTicket to) {
        Facts before = facts(from);
        Facts after = facts(to);
        if (before == null || after == null) {
            return List.of();
        }
        boolean kept = before.status().isBaseline() || before.status() == WspcStatus.LEGACY_NON_COMPLIANT;
        return kept ? before.packages().missingFrom(after.packages()) : List.of();
    }

    private @Nullable Facts facts(SubmissionTicket ticket) {
        UpdateImage image = phone.find(ticket);
        return image == null ? null : image.facts();
    }
}
