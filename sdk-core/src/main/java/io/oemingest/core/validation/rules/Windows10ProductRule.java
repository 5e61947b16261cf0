package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Windows 10 content names a Windows 10 product (INI-08, a warning). Documented: submissions for Windows 10 should name
 * WindowsPhoneThreshold, and the default is WindowsPhoneBlue. Not documented: how content shows that it is for Windows
 * 10. This project's reading: the image holds a package of Microsoft's in a version 10, or its OEM input names a product
 * that begins with "Windows 10". Of packages alone only .cab files tell, and they are for INI-21.
 */
public final class Windows10ProductRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("INI-08");
    private static final int WINDOWS_10 = 10;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (contents.kind().product() != ProductType.WINDOWS_PHONE_BLUE
                || context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        ReadDocument<UpdateHistory> history = contents.documents().updateHistory();
        if (history != null) {
            checkHistory(history, findings);
        } else if (contents.kind().context() == SubmissionContext.CONTEXTUAL) {
            findings.skip("The update history is not there or cannot be read.");
        }
        ReadDocument<OemInput> input = contents.documents().oemInput();
        if (input != null) {
            checkInput(input, findings);
        }
    }

    private static void checkHistory(ReadDocument<UpdateHistory> history, Findings findings) {
        history.content().installedPackages().stream()
                .filter(Windows10ProductRule::isOfWindows10)
                .findFirst()
                .ifPresent(each -> findings.warn(
                        Location.ofFile(history.file().path()),
                        "The product is WindowsPhoneBlue, but the image holds " + each.name()
                                + " of Windows 10, version " + each.version() + "."));
    }

    private static void checkInput(ReadDocument<OemInput> input, Findings findings) {
        String product = input.content().product();
        if (startsWithWindows10(product)) {
            findings.warn(
                    Location.ofFile(input.file().path()),
                    "The product is WindowsPhoneBlue, but the OEM input's is '" + product + "'.");
        }
    }

    // Packages of others are numbered as their owners like; Microsoft's of Windows Phone 8.1 have versions 8.
    private static boolean isOfWindows10(HistoryPackage installed) {
        return installed.identity().owner().equalsIgnoreCase("Microsoft")
                && installed.version().major() == WINDOWS_10;
    }

    private static boolean startsWithWindows10(@Nullable String product) {
        return product != null && product.strip().toLowerCase(Locale.ROOT).startsWith("windows 10");
    }
}
