package io.oemingest.core.format.pkg;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.CbsFacts.Capability;
import io.oemingest.core.format.pkg.CbsFacts.CapabilityPackage;
import io.oemingest.core.format.pkg.CbsFacts.Update;
import io.oemingest.core.internal.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what {@code update.mum} says beyond the common facts, while {@link CbsReader} goes through it. */
final class CbsFactsReader {
    private final List<Update> updates = new ArrayList<>();
    private final List<Capability> capabilities = new ArrayList<>();
    private @Nullable AssemblyIdentity parent;
    private @Nullable AssemblyIdentity recalled;
    private boolean removal;
    private boolean noAutoMerge;
    private int entries;

    /** A child of {@code package}. */
    void packageChild(XmlElement element) throws IOException {
        switch (element.name()) {
            case "update" -> update(element);
            case "parent" -> parent = AssemblyXml.inside(element);
            case "recall" -> {
                removal = true;
                recalled = AssemblyXml.inside(element);
            }
            default -> {}
        }
    }

    /** A child of {@code customInformation}. */
    void customInformation(XmlElement element) throws IOException {
        switch (element.name()) {
            case "noAutoMerge" -> noAutoMerge = true;
            case "declareCapability" -> element.children("capability", child -> capabilities.add(capability(child)));
            default -> {}
        }
    }

    boolean removal() {
        return removal;
    }

    CbsFacts facts(AssemblyIdentity assembly, XmlElement body, boolean phone) {
        return new CbsFacts(
                assembly,
                AssemblyXml.value(body, "identifier"),
                AssemblyXml.value(body, "releaseType"),
                AssemblyXml.value(body, "restart"),
                "true".equalsIgnoreCase(AssemblyXml.value(body, "selfUpdate")),
                phone,
                noAutoMerge,
                parent,
                updates,
                recalled,
                capabilities);
    }

    private void update(XmlElement element) throws IOException {
        String name = AssemblyXml.value(element, "name");
        String restart = AssemblyXml.value(element, "restart");
        element.children(child -> {
            boolean driver = child.name().equals("driver");
            if (driver || child.name().equals("component") || child.name().equals("package")) {
                count(child);
                String inf = driver ? AssemblyXml.value(child, "inf") : null;
                updates.add(new Update(name, restart, child.name(), AssemblyXml.inside(child), inf));
            }
        });
    }

    private Capability capability(XmlElement element) throws IOException {
        count(element);
        List<String> names = new ArrayList<>(1);
        List<CapabilityPackage> packages = new ArrayList<>();
        element.children(child -> {
            if (child.name().equals("capabilityIdentity")) {
                names.add(child.requiredAttribute("name"));
            } else if (child.name().equals("featurePackage")) {
                child.children("package", each -> packages.add(capabilityPackage(each)));
            }
        });
        return new Capability(
                AssemblyXml.value(element, "group"),
                AssemblyXml.value(element, "fmid"),
                names.isEmpty() ? null : names.get(0),
                packages);
    }

    private CapabilityPackage capabilityPackage(XmlElement element) throws IOException {
        count(element);
        AssemblyIdentity identity = AssemblyXml.inside(element);
        if (identity == null) {
            throw element.malformed("a package of a feature has no '" + AssemblyXml.ELEMENT + "'");
        }
        return new CapabilityPackage(
                AssemblyXml.value(element, "satelliteType"),
                AssemblyXml.value(element, "targetPartition"),
                Objects.equals(AssemblyXml.value(element, "binaryPartition"), "true"),
                identity);
    }

    private void count(XmlElement element) throws MalformedFileException {
        if (++entries > PackageLimits.MAX_FILES) {
            throw element.malformed("a package has at most " + PackageLimits.MAX_FILES + " updates and features");
        }
    }
}
