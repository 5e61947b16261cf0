package io.oemingest.samples.ingest;

import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of signers of packages on the command line, in any case. */
final class SignerConverter implements ITypeConverter<EkuProfile> {
    @Override
    public EkuProfile convert(String text) {
        EkuProfile found = EkuProfiles.DOCUMENTED.find(text);
        if (found == null || found.branch() != EkuProfile.Branch.PACKAGES) {
            throw new TypeConversionException("expected one of "
                    + EkuProfiles.DOCUMENTED.ofPackages().stream()
                            .map(EkuProfile::id)
                            .collect(Collectors.joining(", "))
                    + " but was '" + text + "'");
        }
        return found;
    }
}
