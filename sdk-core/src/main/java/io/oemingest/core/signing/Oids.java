package io.oemingest.core.signing;

import io.oemingest.core.io.DigestAlgorithm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Object identifiers of PKCS#7, Authenticode, security catalogs and time stamps. */
final class Oids {
    static final String DATA = "1.2.840.113549.1.7.1";
    static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
    static final String COUNTER_SIGNATURE = "1.2.840.113549.1.9.6";
    static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    static final String RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
    static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";
    static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    static final String SPC_INDIRECT_DATA = "1.3.6.1.4.1.311.2.1.4";
    static final String SPC_STATEMENT_TYPE = "1.3.6.1.4.1.311.2.1.11";
    static final String SPC_OPUS_INFO = "1.3.6.1.4.1.311.2.1.12";
    static final String SPC_PE_IMAGE_DATA = "1.3.6.1.4.1.311.2.1.15";
    static final String SPC_INDIVIDUAL = "1.3.6.1.4.1.311.2.1.21";
    static final String SPC_CAB_DATA = "1.3.6.1.4.1.311.2.1.25";
    static final String SPC_LINK = "1.3.6.1.4.1.311.2.1.28";
    static final String SPC_NESTED_SIGNATURE = "1.3.6.1.4.1.311.2.4.1";
    static final String TIMESTAMP_TOKEN = "1.3.6.1.4.1.311.3.3.1";

    static final String CTL = "1.3.6.1.4.1.311.10.1";
    static final String CATALOG_LIST = "1.3.6.1.4.1.311.12.1.1";
    static final String CATALOG_V1 = "1.3.6.1.4.1.311.12.1.2";
    static final String CATALOG_V2 = "1.3.6.1.4.1.311.12.1.3";
    static final String CAT_NAME_VALUE = "1.3.6.1.4.1.311.12.2.1";
    static final String CAT_MEMBER_INFO = "1.3.6.1.4.1.311.12.2.2";
    static final String CAT_MEMBER_INFO2 = "1.3.6.1.4.1.311.12.2.3";

    static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    static final String EKU_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    static final String EKU_DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";

    private static final Map<String, DigestAlgorithm> DIGESTS = Map.of(
            "1.3.14.3.2.26",
            DigestAlgorithm.SHA1,
            SHA256,
            DigestAlgorithm.SHA256,
            "2.16.840.1.101.3.4.2.2",
            DigestAlgorithm.SHA384,
            "2.16.840.1.101.3.4.2.3",
            DigestAlgorithm.SHA512);

    /** Signature algorithms that fix their hash function. */
    private static final Map<String, DigestAlgorithm> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.5",
            DigestAlgorithm.SHA1,
            "1.2.840.113549.1.1.11",
            DigestAlgorithm.SHA256,
            "1.2.840.113549.1.1.12",
            DigestAlgorithm.SHA384,
            "1.2.840.113549.1.1.13",
            DigestAlgorithm.SHA512,
            ECDSA_SHA256,
            DigestAlgorithm.SHA256,
            "1.2.840.10045.4.3.3",
            DigestAlgorithm.SHA384,
            "1.2.840.10045.4.3.4",
            DigestAlgorithm.SHA512);

    private Oids() {}

    /** The hash function, or null for MD5 and everything else that is not ours. */
    static @Nullable DigestAlgorithm digest(String oid) {
        return DIGESTS.get(oid);
    }

    /** Whether a signature algorithm may stand beside a hash function: it fixes the same one, or none. */
    static boolean signatureFits(String oid, DigestAlgorithm digest) {
        return oid.equals(RSA_ENCRYPTION) || oid.equals(EC_PUBLIC_KEY) || SIGNATURES.get(oid) == digest;
    }

    /** Whether a certificate's signature algorithm has a hash function that is still good. */
    static boolean isStrongSignature(String oid) {
        DigestAlgorithm digest = SIGNATURES.get(oid);
        return digest != null && digest != DigestAlgorithm.SHA1;
    }
}
