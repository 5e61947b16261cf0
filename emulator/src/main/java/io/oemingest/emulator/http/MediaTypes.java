package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether client and service can agree on a media type (RFC 9110, 12.5.1 and 15.5.16). */
final class MediaTypes {
    private MediaTypes() {}

    /** Checks the body's type; its parameters do not matter. @throws HttpRefusal 415 */
    static void requireContent(Call call, String wanted) throws HttpRefusal {
        String type = call.header("Content-Type");
        if (type == null || !bare(type).equals(wanted)) {
            throw new HttpRefusal(
                    415,
                    ReasonCode.INVALID_REQUEST,
                    "The body must be " + wanted + (type == null ? "." : ", not " + bare(type) + "."),
                    Map.of("Accept", wanted));
        }
    }

    /** Checks that the client takes what there is. @throws HttpRefusal 406 */
    static void requireAccepted(Call call, String offered) throws HttpRefusal {
        if (!accepts(call.list("Accept"), offered)) {
            throw new HttpRefusal(
                    406, ReasonCode.INVALID_REQUEST, "There is only " + offered + ", and Accept rules it out.");
        }
    }

    static boolean accepts(@Nullable String accept, String offered) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        String family = offered.substring(0, offered.indexOf('/')) + "/*";
        int bestRank = 0;
        boolean accepted = false;
        for (String range : accept.split(",", -1)) {
            String bare = bare(range);
            int rank = bare.equals(offered) ? 3 : bare.equals(family) ? 2 : bare.equals("*/*") ? 1 : 0;
            if (rank > bestRank) {
                bestRank = rank;
                accepted = !isZero(range);
            }
        }
        return accepted;
    }

    private static boolean isZero(String range) {
        for (String parameter : range.split(";", -1)) {
            if (parameter.strip().matches("[qQ]=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
