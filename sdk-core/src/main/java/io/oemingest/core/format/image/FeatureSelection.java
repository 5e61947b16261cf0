package io.oemingest.core.format.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies the choices of an {@link OemInput} to the packages of a {@link FeatureManifest}. */
final class FeatureSelection {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w+)\\)");
    private static final Pattern LIST = Pattern.compile("(!?)\\(([^()]*)\\)");

    private final OemInput input;
    private final String cpuType;
    private final Set<String> microsoft;
    private final Set<String> oem;
    private final Map<String, String> variables;
    private final List<SelectedPackage> selected = new ArrayList<>();

    FeatureSelection(OemInput input, String cpuType) {
        this.input = input;
        this.cpuType = cpuType;
        this.microsoft = ignoringCase(input.features().microsoft());
        this.oem = ignoringCase(input.features().oem());
        this.variables = Map.of(
                "device", text(input.device()),
                "releasetype", text(input.releaseType()),
                "buildtype", text(input.buildType()),
                "cputype", cpuType,
                "bootuilanguage", text(input.languages().bootUi()),
                "bootlocale", text(input.languages().bootLocale()));
    }

    List<SelectedPackage> of(FeatureManifest manifest) {
        manifest.packages().stream().filter(this::isWanted).forEach(this::add);
        return List.copyOf(selected);
    }

    private boolean isWanted(FeaturePackage each) {
        String cpus = each.attributes().get("CPUType");
        return (cpus == null || ignoringCase(List.of(cpus.split(";"))).contains(cpuType)) && isChosen(each);
    }

    private boolean isChosen(FeaturePackage each) {
        return switch (each.section()) {
            case BASE, CPU, SPEECH, KEYBOARD -> true;
            case BOOT_UI_LANGUAGE -> input.languages().bootUi() != null;
            case BOOT_LOCALE -> input.languages().bootLocale() != null;
            case MICROSOFT_FEATURES -> each.featureIds().stream().anyMatch(microsoft::contains);
            case OEM_FEATURES -> each.featureIds().stream().anyMatch(oem::contains);
            case RELEASE -> is(each, input.releaseType());
            case PRERELEASE ->
                is(each, text(input.excludePrereleaseFeatures()).equals("true") ? "replacement" : "protected");
            case OEM_DEVICE_PLATFORM ->
                is(each, Objects.requireNonNullElse(input.devicePlatform(), text(input.device())));
            case DEVICE_SPECIFIC -> is(each, input.device());
            case DEVICE_LAYOUT, SOC -> is(each, input.soc());
            case SV -> is(each, input.sv());
        };
    }

    private static boolean is(FeaturePackage each, @Nullable String choice) {
        return choice != null && choice.equalsIgnoreCase(each.selectedBy());
    }

    private void add(FeaturePackage each) {
        OemInput.Languages languages = input.languages();
        switch (each.section()) {
            case SPEECH -> addLanguages(each, languages.speech(), "*");
            case KEYBOARD -> addLanguages(each, languages.keyboard(), "*");
            default -> {
                if (!text(each.attributes().get("NoBasePackage")).equalsIgnoreCase("true")) {
                    selected.add(new SelectedPackage(each, resolve(each.path()), resolved(each.name()), null, null));
                }
                addLanguages(each, languages.userInterface(), "");
                addResolutions(each);
            }
        }
    }

    private void addLanguages(FeaturePackage each, List<String> languages, String otherwise) {
        String wanted = each.attributes().getOrDefault("Language", otherwise);
        String path = each.attributes().getOrDefault("LangPath", each.path());
        languages.stream()
                .filter(language -> matches(wanted, language))
                .forEach(language -> selected.add(new SelectedPackage(
                        each, resolve(path), withSuffix(each.name(), "_Lang_" + language), language, null)));
    }

    private void addResolutions(FeaturePackage each) {
        String wanted = each.attributes().getOrDefault("Resolution", "");
        input.resolutions().stream()
                .filter(resolution -> matches(wanted, resolution))
                .forEach(resolution -> selected.add(new SelectedPackage(
                        each, resolve(each.path()), withSuffix(each.name(), "_Res_" + resolution), null, resolution)));
    }

    /** Whether {@code *}, {@code (a;b)} or {@code !(a;b)} takes a value. */
    private static boolean matches(String wanted, String value) {
        Matcher list = LIST.matcher(wanted);
        return list.matches()
                ? list.group(1).isEmpty()
                        == ignoringCase(List.of(list.group(2).split(";"))).contains(value)
                : wanted.equals("*");
    }

    private String withSuffix(String name, String suffix) {
        int dot = name.lastIndexOf('.');
        return resolved(dot < 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot));
    }

    private @Nullable String resolve(@Nullable String text) {
        return text == null ? null : resolved(text);
    }

    private String resolved(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.getOrDefault(found.group(1).toLowerCase(Locale.ROOT), "");
            return Matcher.quoteReplacement(value.isEmpty() ? found.group() : value);
        });
    }

    private static Set<String> ignoringCase(List<String> texts) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(texts);
        return set;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
