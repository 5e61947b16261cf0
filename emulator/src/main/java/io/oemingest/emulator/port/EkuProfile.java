package io.oemingest.emulator.port;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.signing.PhoneEku;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of signer: the usages of its certificate, who vouches for it and who may have it. The constants are those of the
 * kit's test certificates, and Microsoft's own as its signed files show it.
 *
 * @param id names it whatever the case: letters, digits and single hyphens
 * @param ekus usages besides code signing
 * @param branch the authority below which its certificate stands
 * @param permission that an account needs for it in every submission; null if it needs none
 * @param submissionTypes what it signs for
 */
public record EkuProfile(
        String id,
        EkuCombination ekus,
        Branch branch,
        @Nullable Permission permission,
        Set<SubmissionType> submissionTypes) {
    private static final Pattern ID = Pattern.compile("(?=.{1,32}$)[A-Za-z0-9]++(-[A-Za-z0-9]++)*+");
    private static final String ANY_USAGE = "2.5.29.37.0";

    /** Drivers, programs and packages of an OEM. */
    public static final EkuProfile OEM = ofPackages("OEM", PhoneEku.OEM);

    /** Extensions of the hardware abstraction layer. */
    public static final EkuProfile HAL = ofPackages("HAL", PhoneEku.HAL, PhoneEku.HAL_EXTENSION);

    /** Protected processes. */
    public static final EkuProfile PP = ofPackages("PP", PhoneEku.OEM, PhoneEku.PROTECTED_PROCESS);

    /** Light protected processes. */
    public static final EkuProfile PPL = ofPackages("PPL", PhoneEku.OEM, PhoneEku.PROTECTED_PROCESS_LIGHT);

    /** Applications of an OEM. */
    public static final EkuProfile APP = ofPackages("APP", PhoneEku.APP, PhoneEku.APP_SECOND_PARTY);

    /** Catalogs of images. */
    public static final EkuProfile PLATFORM_KEY = new EkuProfile(
            "Platform-Key",
            combination(PhoneEku.PLATFORM_KEY),
            Branch.IMAGES,
            Permission.FFU_CATALOG,
            Set.of(SubmissionType.FFU_CATALOG));

    /** Programs and packages of the system, which no OEM has unless it is given the permission. */
    public static final EkuProfile MICROSOFT_SYSTEM = ofPackages(
                    "Microsoft-System", PhoneEku.SYSTEM, PhoneEku.SYSTEM_COMPONENT)
            .withPermission(Permission.MICROSOFT_SYSTEM);

    /** Which of the two authorities below a root vouches for a signer, as the kit separates them. */
    public enum Branch {
        /** Of packages and what is in them. */
        PACKAGES("Packages"),
        /** Of the catalogs of images. */
        IMAGES("Images");

        private final String text;

        Branch(String text) {
            this.text = text;
        }

        /** The spelling in the ingestion API. */
        public String text() {
            return text;
        }

        /** The constant spelled so, or null for an unknown text. */
        public static @Nullable Branch parseOrNull(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.text.equals(text))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @throws IllegalArgumentException if there can be no such signer, or no verifier would take its signatures */
    public EkuProfile {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A profile's id has 1 to 32 letters, digits and single hyphens: '" + id + "'");
        }
        submissionTypes = Set.copyOf(submissionTypes);
        requireKnownUsages(id, ekus);
        if (branch == Branch.IMAGES) {
            requireImages(id, ekus, submissionTypes);
        } else {
            requirePackages(id, ekus, submissionTypes);
        }
    }

    /** A signer of packages in images and partial images, for every account that may use the combination. */
    public static EkuProfile ofPackages(String id, EkuCombination ekus) {
        return new EkuProfile(
                id, ekus, Branch.PACKAGES, null, Set.of(SubmissionType.IMAGE, SubmissionType.PARTIAL_IMAGE));
    }

    private static EkuProfile ofPackages(String id, PhoneEku... ekus) {
        return ofPackages(id, combination(ekus));
    }

    private static EkuCombination combination(PhoneEku... ekus) {
        return EkuCombination.of(Arrays.stream(ekus).map(PhoneEku::oid).toList());
    }

    public EkuProfile withPermission(@Nullable Permission needed) {
        return new EkuProfile(id, ekus, branch, needed, submissionTypes);
    }

    public EkuProfile withSubmissionTypes(SubmissionType... types) {
        return new EkuProfile(id, ekus, branch, permission, Set.of(types));
    }

    SigningProfile describe() {
        List<String> types =
                submissionTypes.stream().sorted().map(SubmissionType::text).toList();
        return new SigningProfile(id, ekus, branch.text(), permission == null ? null : permission.text(), types);
    }

    private static void requireKnownUsages(String id, EkuCombination ekus) {
        if (ekus.oids().contains(ANY_USAGE)) {
            throw new IllegalArgumentException("The profile " + id + " has 'any usage', which counts for none");
        }
        for (String oid : ekus.oids()) {
            if (PhoneEku.isOfPhones(oid) && PhoneEku.parseOrNull(oid) == null) {
                throw new IllegalArgumentException(
                        "The profile " + id + " has the usage " + oid + ", which no phone knows");
            }
        }
        if (ekus.oids().stream().noneMatch(PhoneEku::isOfPhones)) {
            throw new IllegalArgumentException("The profile " + id + " has no usage of phones: '" + ekus + "'");
        }
    }

    private static void requireImages(String id, EkuCombination ekus, Set<SubmissionType> types) {
        if (!ekus.equals(combination(PhoneEku.PLATFORM_KEY))) {
            throw new IllegalArgumentException("The profile " + id + " of the branch Images has the usages '" + ekus
                    + "' and not that of platform keys alone");
        }
        if (!types.equals(Set.of(SubmissionType.FFU_CATALOG))) {
            throw new IllegalArgumentException(
                    "The profile " + id + " of the branch Images is for FfuCatalog, and for that alone");
        }
    }

    private static void requirePackages(String id, EkuCombination ekus, Set<SubmissionType> types) {
        if (ekus.contains(combination(PhoneEku.PLATFORM_KEY))) {
            throw new IllegalArgumentException(
                    "The profile " + id + " of the branch Packages has the usage of platform keys");
        }
        if (types.isEmpty() || types.contains(SubmissionType.FFU_CATALOG)) {
            throw new IllegalArgumentException(
                    "The profile " + id + " of the branch Packages is for Image, PartialImage or both");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
