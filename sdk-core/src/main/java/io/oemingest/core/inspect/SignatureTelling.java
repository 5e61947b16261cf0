package io.oemingest.core.inspect;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SignerCertificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the facts of a signature, which are not verified. */
final class SignatureTelling {
    private SignatureTelling() {}

    /** Under a heading of its own. */
    static void tellUnderHeading(Facts facts, @Nullable CodeSignature signature) {
        if (signature == null) {
            facts.put("signature", Value.forPeople("none"));
        } else {
            facts.group("signature", inner -> tell(inner, signature));
        }
    }

    static void tell(Facts facts, CodeSignature signature) {
        SignerCertificate signer = signature.signer();
        facts.put("subject", signer.subject())
                .put("issuer", signer.issuer())
                .put("serial", signer.serial())
                .put("thumbprint", signer.thumbprint())
                .put("notBefore", signer.notBefore())
                .put("notAfter", signer.notAfter())
                .put("usages", usages(signer.ekuOids()))
                .put("digestAlgorithm", algorithm(signature))
                .put("contentDigest", signature.contentDigest())
                .put("timestamp", signature.timestamp())
                .put("programName", signature.programName())
                .put("moreInfo", signature.moreInfo())
                .each("nested", signature.nested(), inner -> "nested signature", SignatureTelling::tell);
    }

    private static @Nullable String algorithm(CodeSignature signature) {
        return signature.digestAlgorithm() == null
                ? null
                : signature.digestAlgorithm().jcaName();
    }

    private static Value usages(List<String> oids) {
        String text = oids.stream().map(SignatureTelling::usage).collect(Collectors.joining(", "));
        return new Value(oids.stream().map(SignatureTelling::named).toList(), text.isEmpty() ? "none" : text);
    }

    private static String usage(String oid) {
        String name = nameOf(oid);
        return name == null ? oid : oid + " (" + name + ")";
    }

    private static Map<String, Object> named(String oid) {
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("oid", oid);
        String name = nameOf(oid);
        if (name != null) {
            usage.put("name", name);
        }
        return usage;
    }

    private static @Nullable String nameOf(String oid) {
        if (oid.equals(EkuCombination.CODE_SIGNING)) {
            return "code signing";
        }
        PhoneEku known = PhoneEku.parseOrNull(oid);
        return known == null ? null : known.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
