package io.oemingest.core.testing.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What every reader of XML has to refuse, put into the good documents of each. */
final class XmlLies {
    private static final List<String> READERS = List.of(
            "dsm",
            "mum",
            "component-manifest",
            "update-history",
            "update-input",
            "update-output",
            "oem-input",
            "feature-manifest",
            "oem-device-platform",
            "device-layout",
            "image-customizations");
    private static final int MANY = 100_000;

    private XmlLies() {}

    static List<Lie> all() {
        List<Lie> all = new ArrayList<>();
        READERS.forEach(reader -> all.addAll(about(reader)));
        return all;
    }

    private static List<Lie> about(String reader) {
        byte[] good = HostileReaders.named(reader).makeFixtures().get(0);
        return Lies.about(reader, good)
                .whole("document type", edit(good, text -> beforeRoot(text, "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>")))
                .whole(
                        "external entity",
                        edit(good, text -> beforeRoot(text, "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>")))
                .whole("entity that is not declared", edit(good, text -> inRoot(text, "&lol;")))
                .whole("elements without end", edit(good, text -> inRoot(text, "<a>".repeat(MANY))))
                .whole("65 levels", edit(good, text -> inRoot(text, "<a>".repeat(65) + "</a>".repeat(65))))
                .whole("many attributes", edit(good, text -> inRoot(text, "<a" + attributes() + "/>")))
                .whole("a long attribute", edit(good, text -> inRoot(text, "<a b='" + "x".repeat(MANY) + "'/>")))
                .whole("a long name", edit(good, text -> inRoot(text, "<" + "n".repeat(MANY) + "/>")))
                .whole("a long comment", edit(good, text -> inRoot(text, "<!--" + "x".repeat(MANY) + "-->")))
                .whole("many elements nobody knows", edit(good, text -> inRoot(text, "<a/>".repeat(MANY))))
                .whole("a name space that is not declared", edit(good, text -> inRoot(text, "<p:a/>")))
                .whole("a second root", edit(good, text -> text + "<a/>"))
                .whole("text in UTF-16 without a mark", () -> new String(good, UTF_8).getBytes(UTF_16LE))
                .whole("more bytes than allowed", edit(good, text -> text + " ".repeat(1 << 20)))
                .all();
    }

    private static String attributes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append(" a").append(i).append("='1'");
        }
        return text.toString();
    }

    private static Lie.Source edit(byte[] good, UnaryOperator<String> change) {
        return () -> change.apply(new String(good, UTF_8)).getBytes(UTF_8);
    }

    private static String beforeRoot(String text, String more) {
        int at = root(text);
        return text.substring(0, at) + more + text.substring(at);
    }

    private static String inRoot(String text, String more) {
        int at = text.indexOf('>', root(text)) + 1;
        return text.substring(0, at) + more + text.substring(at);
    }

    private static int root(String text) {
        return text.startsWith("<?xml") ? text.indexOf('<', 1) : text.indexOf('<');
    }
}
