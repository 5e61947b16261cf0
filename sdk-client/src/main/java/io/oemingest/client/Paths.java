package io.oemingest.client;

import io.oemingest.core.baseline.BaselineQuery;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/** Addresses of the API's resources below the service's own. */
final class Paths {
    static final String SERVICE = "v1/service";
    static final String REQUESTS_FOR_UPDATE = "v1/requests-for-update";

    private Paths() {}

    /** Text as part of a path or query (RFC 3986 2.1). */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String submission(SubmissionTicket ticket) {
        return "v1/submissions/" + segment(ticket.id());
    }

    static String requestForUpdate(RequestForUpdateTicket ticket) {
        return REQUESTS_FOR_UPDATE + "/" + segment(ticket.id());
    }

    private static String segment(String id) {
        if (id.equals(".") || id.equals("..")) {
            // No encoding keeps these two from being read as steps in the path.
            throw new IllegalArgumentException("Not a ticket: " + id);
        }
        return encode(id);
    }

    static String baselines(BaselineQuery query) {
        PhoneOperatorPairing pairing = query.pairing();
        return "v1/baselines?product=" + encode(query.product().text())
                + "&manufacturer=" + encode(pairing.manufacturer())
                + "&model=" + encode(pairing.modelName())
                + "&operator=" + encode(pairing.operatorName())
                + "&version=" + query.version();
    }

    static String phoneHistory(String deviceName, String operatorId, Collection<SubmissionTicket> tickets) {
        return "v1/phone-history"
                + new QueryText()
                        .with("device", deviceName)
                        .with("operator", operatorId)
                        .with("tickets", tickets.isEmpty() ? null : text(tickets));
    }

    private static String text(Collection<SubmissionTicket> tickets) {
        return tickets.stream().map(SubmissionTicket::id).collect(Collectors.joining(","));
    }

    static String validationReport(SubmissionTicket ticket) {
        return submission(ticket) + "/validation-report";
    }

    static String signedArchive(SubmissionTicket ticket) {
        return submission(ticket) + "/signed-archive";
    }
}
