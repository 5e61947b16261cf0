package io.oemingest.core.validation.rules;

import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/** The rules that client and service both run, in the order in which they run. */
public final class StandardRules {
    /** Version of the rule set, for reports and signed archives; it rises with every change of a verdict. */
    public static final String VERSION = "1";

    private static final List<ValidationRule> ALL = List.of(
            new UnreadableInputRule(),
            new UnreadableArchiveRule(),
            new Windows10ProductRule(),
            new PackageFileNameRule(),
            new RemovalPackageRule(),
            new ZeroVersionRule(),
            new MainOsBinaryPartitionRule(),
            new EfiespBinaryPartitionRule(),
            new UpdateOsBinaryPartitionRule(),
            new FirmwareRevisionRule(),
            new ManufacturerNameRule(),
            new ModelNameRule(),
            new OperatorNameRule(),
            new RequiredAttributesRule(),
            new OwnerTypeRule(),
            new ReleaseTypeRule(),
            new TestPackageRule(),
            new DuplicatePackageRule(),
            new UpdateHistoryFitRule(),
            new CatalogIntegrityRule(),
            new MissingPackagesWarningRule(),
            new MissingPackagesRefusalRule(),
            new OutOfOrderWarningRule(),
            new OutOfOrderRefusalRule(),
            new FirstBaselineRule(),
            new CachedListOfflineRule(),
            new CachedListNoResultsRule(),
            new CachedListNotGivenRule(),
            new NoListAtClientRule(),
            new NoListAtServiceRule(),
            new NoListOnlineRule(),
            new UnloadablePackageRule(),
            new UnknownFirmwareVersionRule(),
            new BaselineCountRule(),
            new SuffixedMergedPackageRule(),
            new MergedPackageIdRule(),
            new SameVersionRule(),
            new TargetingPackageRule(),
            new MissingStaticSettingsRule(),
            new MissingVariantSettingsRule(),
            new ZeroFirmwareRevisionRule(),
            new RomLanguageRule(),
            new HardwareVariantRule(),
            new ModelNameBlanksRule(),
            new SiliconVersionsRule(),
            new ManufacturerDisplayNameRule(),
            new RadioSoftwareRevisionRule(),
            new SupportLinkRule(),
            new StablePairingRule(),
            new PlatformRule(),
            new DataPartitionRule(),
            new BinaryPackageContentRule(),
            new AdHocPackagesRule(),
            new OemInputReleaseTypeRule(),
            new OemInputElementsRule(),
            new OemInputBuildTypeRule(),
            new TestSocRule(),
            new RetailFeaturesRule(),
            new ExclusiveFeaturesRule(),
            new DevicePlatformPackageRule(),
            new TestCertificatesRule(),
            new PreloadedAppRule(),
            new PackageContentRule(),
            new UnraisedVersionRule(),
            new FallenVersionRule(),
            new DriverVersionRule(),
            new ForbiddenPartitionRule(),
            new UnknownPartitionRule(),
            new AcpiRevisionRule());

    private StandardRules() {}

    public static List<ValidationRule> all() {
        return ALL;
    }
}
