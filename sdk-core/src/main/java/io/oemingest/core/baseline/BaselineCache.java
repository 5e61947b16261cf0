package io.oemingest.core.baseline;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.BaselineListJson;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists of baselines as JSON files of one folder, one for each product, phone and operator: what a service answered last.
 * Safe for threads and processes, since a file is replaced as a whole.
 */
public final class BaselineCache implements BaselineProvider {
    private final Path folder;

    private BaselineCache(Path folder) {
        this.folder = folder;
    }

    /** Uses a folder, which is made if need be. @throws IOException if it cannot be had */
    public static BaselineCache open(Path folder) throws IOException {
        return new BaselineCache(Files.createDirectories(folder));
    }

    /** The kept list, for those who work without a service. */
    @Override
    public BaselineAnswer baselines(BaselineQuery query) {
        return answer(query, CacheReason.NOT_GIVEN, "no service was asked");
    }

    /** The kept list because there is none from the service, or that there is none here either; a damaged file is none. */
    public BaselineAnswer answer(BaselineQuery query, CacheReason reason, String cause) {
        try {
            return new Cached(read(query), reason, cause);
        } catch (NoSuchFileException e) {
            return new Missing(reason == CacheReason.UNREACHABLE, cause);
        } catch (IOException e) {
            String both = cause + "; and the list kept from before cannot be used: " + e.getMessage();
            return new Missing(reason == CacheReason.UNREACHABLE, both);
        }
    }

    /** Keeps a list in place of the one that is there. @throws IOException if it cannot be written; the old one is there still */
    public void store(BaselineQuery query, List<Baseline> baselines) throws IOException {
        byte[] text = Json.writeIndented(BaselineListJson.of(baselines)).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file(query), part -> Files.write(part, text));
    }

    private List<Baseline> read(BaselineQuery query) throws IOException {
        Path file = file(query);
        String name = file.toString();
        List<Baseline> baselines;
        try (InputStream text = Files.newInputStream(file)) {
            baselines = Json.read(BaselineListJson.class, text, name, FormatLimits.defaults())
                    .toModel(name);
        }
        for (Baseline each : baselines) {
            if (!isFor(each, query)) {
                throw new MalformedFileException(Location.ofFile(name), "holds baselines of " + each.pairing());
            }
        }
        return baselines;
    }

    private static boolean isFor(Baseline baseline, BaselineQuery query) {
        return baseline.product() == query.product()
                && baseline.pairing().folded().equals(query.pairing().folded());
    }

    private Path file(BaselineQuery query) {
        PhoneOperatorPairing pairing = query.pairing().folded();
        String key = String.join(
                "\n", query.product().text(), pairing.manufacturer(), pairing.modelName(), pairing.operatorName());
        // The values come out of packages and are no names of files.
        return folder.resolve(
                Digest.sha256(key.getBytes(StandardCharsets.UTF_8)).hex() + ".json");
    }
}
