package io.oemingest.bench.signing;

import io.oemingest.bench.Peer;

/** The peer's commands, for a package of {@code in} or {@code out}; it knows the cabinet alone. */
final class Osslsigncode {
    private Osslsigncode() {}

    static boolean isInstalled() {
        return Peer.isInstalled("osslsigncode") && Peer.isInstalled("openssl");
    }

    static String sign(String name) {
        return "osslsigncode sign -h sha256 -certs leaf.pem -key leaf.key -in in/" + name + " -out out/" + name;
    }

    static String verify(String name) {
        return "osslsigncode verify -CAfile root.pem -in out/" + name;
    }
}
