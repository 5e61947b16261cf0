package io.oemingest.emulator.cli;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.EkuProfilesJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a table of signers from a file. */
final class SigningProfilesArgument implements ITypeConverter<EkuProfiles> {
    @Override
    public EkuProfiles convert(String text) {
        try (InputStream content = Files.newInputStream(Path.of(text))) {
            return EkuProfilesJson.read(content, text);
        } catch (MalformedFileException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (IOException e) {
            throw new TypeConversionException(
                    "'" + text + "' cannot be read; give a file as 'ingest profiles --json' prints it");
        }
    }
}
