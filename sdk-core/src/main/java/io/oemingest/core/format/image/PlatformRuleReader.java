package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rules of an {@link OemDevicePlatform}. */
final class PlatformRuleReader {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final String NO_NUMBER = "is not a whole number of up to 18 digits: '";
    private static final List<String> MODES =
            Stream.of(PlatformRule.Mode.values()).map(Enum::name).toList();

    private final List<PlatformRule> target;

    PlatformRuleReader(List<PlatformRule> target) {
        this.target = target;
    }

    void read(XmlElement list) throws IOException {
        XmlFields.read(
                list,
                Set.of(),
                Map.of(
                        "IntegerRules", rules -> rules.children("IntegerRule", this::integerRule),
                        "StringRules", rules -> rules.children("StringRule", this::stringRule)));
    }

    private void integerRule(XmlElement element) throws IOException {
        List<Long> values = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                element,
                Set.of("Property", "Mode", "Min", "Max"),
                Map.of("List", list -> list.children("Value", child -> values.add(value(child)))));
        String property = fields.required("Property");
        target.add(new PlatformRule.IntegerRule(
                property, mode(fields), bound(fields, "Min"), bound(fields, "Max"), values));
    }

    private void stringRule(XmlElement element) throws IOException {
        List<String> values = new ArrayList<>();
        XmlFields fields = XmlFields.read(
                element,
                Set.of("Property", "Mode"),
                Map.of("List", list -> list.children("Value", child -> values.add(child.text()))));
        if (values.isEmpty()) {
            throw element.malformed("element 'StringRule' has no 'Value' in a 'List'");
        }
        target.add(new PlatformRule.StringRule(fields.required("Property"), mode(fields), values));
    }

    private static PlatformRule.Mode mode(XmlFields fields) throws IOException {
        fields.required("Mode");
        return PlatformRule.Mode.valueOf(String.valueOf(fields.choice("Mode", MODES)));
    }

    private static @Nullable Long bound(XmlFields fields, String name) throws IOException {
        String text = fields.text(name);
        if (text != null && !INTEGER.matcher(text).matches()) {
            throw fields.malformed(name, NO_NUMBER + text + "'");
        }
        return text == null ? null : Long.valueOf(text);
    }

    private static long value(XmlElement element) throws IOException {
        String text = element.text().strip();
        if (!INTEGER.matcher(text).matches()) {
            throw element.malformed("element '" + element.name() + "' " + NO_NUMBER + text + "'");
        }
        return Long.parseLong(text);
    }
}
