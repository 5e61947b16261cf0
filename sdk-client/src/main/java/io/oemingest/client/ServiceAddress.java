package io.oemingest.client;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks where credentials may go, before anything is sent. */
final class ServiceAddress {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private ServiceAddress() {}

    /** The address with a slash at its end. */
    static URI require(@Nullable URI address, boolean plainHttp) {
        if (address == null) {
            throw new IllegalArgumentException("The service's address is missing");
        }
        String host = address.getHost();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean http = scheme.equals("http");
        if (host == null || (!http && !scheme.equals("https"))) {
            throw new IllegalArgumentException("The service's address is not one of https or http: " + address);
        }
        if (address.getUserInfo() != null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("The service's address must be without user, query and fragment");
        }
        if (http
                && !plainHttp
                && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException(
                    "The service's address must begin with https, as it is not on this machine: " + address
                            + " (allowPlainHttp lifts this)");
        }
        String path = address.getRawPath().endsWith("/") ? address.getRawPath() : address.getRawPath() + "/";
        return URI.create(scheme + "://" + address.getRawAuthority() + path);
    }

    /** A token that can travel in a header. The message does not repeat it. */
    static String requireToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("A token is visible ASCII without blanks");
        }
        return token;
    }
}
