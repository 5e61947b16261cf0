package io.oemingest.gate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Predicates on classes that the rules share. */
final class InternalPredicates {
    private static final Set<String> NETWORK = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel");
    private static final Set<String> SIGNING = Set.of(
            "java.security.Signature",
            "java.security.PrivateKey",
            "java.security.KeyPairGenerator",
            "java.security.KeyStore",
            "javax.crypto.Cipher");

    private InternalPredicates() {}

    static DescribedPredicate<JavaClass> networkClass() {
        return DescribedPredicate.describe("open connections", type -> NETWORK.contains(type.getName()));
    }

    static DescribedPredicate<JavaClass> signingClass() {
        return DescribedPredicate.describe("sign", type -> SIGNING.contains(type.getName()));
    }

    static DescribedPredicate<JavaClass> notShared() {
        return DescribedPredicate.describe(
                "are not shared between modules",
                type -> !type.getPackageName().startsWith("io.oemingest.core.internal.wire")
                        && !type.getPackageName().startsWith("io.oemingest.core.internal.json"));
    }
}
