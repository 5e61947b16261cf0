package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.PackageFileType;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;

/**
 * The folder of a partial image holds packages only (INI-21). The cmdlet's page says .spkg, the packaging requirements
 * allow .cab since Windows 10; .cab is therefore a note for the Windows 10 products and refused for
 * WindowsPhoneBlue. Removal packages are for STD-01.
 */
public final class PackageFileNameRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("INI-21");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        for (String stray : contents.strays()) {
            findings.block(
                    Location.ofFile(stray),
                    "The folder of a partial image holds packages only, and this is none by its name.");
        }
        List<PackageFacts> cabs = contents.packages().stream()
                .filter(each -> PackageFileType.of(each.path()) == PackageFileType.CAB)
                .toList();
        if (contents.kind().product() == ProductType.WINDOWS_PHONE_BLUE) {
            cabs.forEach(each -> findings.block(
                    Location.ofFile(each.path()),
                    "The product WindowsPhoneBlue takes .spkg packages only.",
                    "Submit the .spkg form of the package, or name the Windows 10 product that the package is for."));
        } else if (!cabs.isEmpty()) {
            findings.info(
                    Location.ofFile("packages"),
                    cabs.size() + (cabs.size() == 1 ? " package is a .cab file." : " packages are .cab files."),
                    "Nothing, if they are meant for Windows 10.");
        }
    }
}
