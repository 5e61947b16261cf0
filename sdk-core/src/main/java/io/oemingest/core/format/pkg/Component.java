package io.oemingest.core.format.pkg;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a CBS package: files and registry values that are installed together.
 *
 * @param member the manifest's member
 * @param compressed whether the manifest is in the compressed form of installed systems, of which only the name is known
 * @param identity null if the manifest is compressed or has none
 * @param files in the manifest's order
 * @param registry in the manifest's order
 * @param dependencies the components that a deployment installs
 */
public record Component(
        String member,
        boolean compressed,
        @Nullable AssemblyIdentity identity,
        List<ComponentFile> files,
        List<RegistryValue> registry,
        List<AssemblyIdentity> dependencies) {
    /** Ending of the manifests of components. */
    static final String ENDING = ".manifest";

    public Component {
        files = List.copyOf(files);
        registry = List.copyOf(registry);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * One file of a component.
     *
     * @param name path below the component's folder in the cabinet
     * @param destinationPath folder on the device, may start with a {@code $(runtime.…)} macro
     * @param sha256 digest of the content
     */
    public record ComponentFile(
            String name,
            @Nullable String destinationPath,
            @Nullable Digest sha256) {}

    /** Takes components one by one. */
    @FunctionalInterface
    public interface Visitor {
        void component(Component component) throws IOException;
    }

    /** Whether the member is called as its identity demands; true if the identity is not known. */
    public boolean hasRightName() {
        return identity == null || member.equalsIgnoreCase(identity.keyform() + ENDING);
    }
}
