package io.oemingest.core.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final String NS = "urn:test";
    private static final XmlReader DOCUMENT = new XmlReader("root", Set.of(NS));
    private static final FormatLimits SMALL = new FormatLimits(1 << 20, 10, 10, 5, 3, 100);

    @Test
    void takesElementsAttributesAndTextsInOrder() throws IOException {
        String xml = "<root xmlns='urn:test' xmlns:o='urn:other' a='1' o:a='2'>\n"
                + "<x>one &amp; <![CDATA[<two>]]><!-- no --><y>inner</y>&#33;</x><o:x>skipped<x/></o:x><z b='&quot;'/></root>";
        List<String> seen = new ArrayList<>();

        String attribute = read(xml, root -> {
            root.children(child -> seen.add(child.name() + ":" + child.attribute("b") + ":" + child.text()));
            return root.requiredAttribute("a");
        });

        assertThat(attribute).isEqualTo("1");
        assertThat(seen).containsExactly("x:null:one & <two>!", "z:\":");
    }

    @Test
    void skipsWhatIsNotTaken() throws IOException {
        String xml = "<root xmlns='urn:test'><a><b>1</b><b>2</b></a><c/><a><b>3</b></a></root>";
        List<String> seen = new ArrayList<>();

        read(xml, root -> {
            root.children("a", a -> {
                if (seen.isEmpty()) {
                    seen.add("first a, nothing taken");
                } else {
                    a.children("b", b -> seen.add(b.text()));
                }
            });
            return seen;
        });

        assertThat(seen).containsExactly("first a, nothing taken", "3");
    }

    @Test
    void acceptsAByteOrderMarkAndUtf16() throws IOException {
        String body = "<root xmlns='urn:test'><x>ä</x></root>";
        byte[] utf8 = ("\ufeff<?xml version='1.0' encoding='utf-8'?>" + body).getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = ("\ufeff<?xml version='1.0' encoding='utf-16'?>" + body).getBytes(StandardCharsets.UTF_16LE);

        assertThat(read(utf8, FormatLimits.defaults(), XmlReaderTest::textOfX)).isEqualTo("ä");
        assertThat(read(utf16, FormatLimits.defaults(), XmlReaderTest::textOfX)).isEqualTo("ä");
    }

    @Test
    void refusesAnotherRootOrNamespace() {
        assertMalformed("<other xmlns='urn:test'/>", "test.xml:1:26: the root element is 'other', expected 'root'");
        assertMalformed("<root xmlns='urn:x'/>", "test.xml:1:22: the root element 'root' is in namespace 'urn:x'");
        assertMalformed("<root/>", "test.xml:1:8: the root element 'root' is in namespace ''");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE root><root xmlns='urn:test'/>",
                "<root xmlns='urn:test'/><!DOCTYPE root>",
                "<root xmlns='urn:test'><a/><!DOCTYPE root></root>",
                "<!-- - ]]> ?> --><?x --> ]]> ??><!DOCTYPE root><root xmlns='urn:test'/>",
                "<!DOCTYPE root [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]><root xmlns='urn:test'>&b;</root>",
                "<!DOCTYPE root SYSTEM 'file:///etc/passwd'><root xmlns='urn:test'/>",
                "<!DOCTYPE root [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'>%p;]><root xmlns='urn:test'/>"
            })
    void refusesADocumentType(String xml) {
        assertThatThrownBy(() -> read(xml, root -> "read"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith("a document type declaration is not allowed");
    }

    @Test
    void refusesTooMuchDepthAttributesAndText() {
        assertMalformed(
                "<root xmlns='urn:test'>\n<a><a><a><a><a>", "test.xml:2:16: elements are nested more than 5 deep");
        assertMalformed(
                "<root xmlns='urn:test' a='1' b='2' c='3' d='4'/>",
                "test.xml:1:49: element 'root' has 4 attributes, at most 3 are allowed");
        assertMalformed(
                "<root xmlns='urn:test' a='" + "x".repeat(101) + "'/>",
                "test.xml:1:131: a text has more than the 100 characters allowed");
        assertMalformed(
                "<root xmlns='urn:test'>" + "x".repeat(101) + "</root>",
                "test.xml:1:125: a text has more than the 100 characters allowed");
        assertMalformed(
                "<root xmlns='urn:test'>" + "x&amp;".repeat(51) + "</root>",
                "a text has more than the 100 characters allowed");
    }

    @Test
    void readsElementsFarDeeperThanAnyJavaVersionAllowsByItselfWhenTheLimitSaysSo() throws IOException {
        FormatLimits deep = new FormatLimits(1 << 20, 10, 10, 600, 400, 10_000);
        StringBuilder xml = new StringBuilder("<root xmlns='urn:test'");
        for (int i = 0; i < 400; i++) {
            xml.append(" a").append(i).append("=''");
        }
        xml.append('>').append("<a>".repeat(599)).append("</a>".repeat(599)).append("</root>");

        String last = read(bytes(xml.toString()), deep, root -> root.requiredAttribute("a399"));

        assertThat(last).isEmpty();
    }

    @Test
    void stopsBeforeOneHugeTokenFillsTheMemory() {
        assertMalformed(
                "<root xmlns='urn:test'>\n <!-- " + "x".repeat(5000) + "--></root>",
                "test.xml:2:2: more than 400 characters follow without a tag");
        assertMalformed("<" + "r".repeat(5000) + "/>", "test.xml:1:1: more than 400 characters follow without a tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--%s-->", "<![CDATA[%s]]>", "<?x %s?>"})
    void stopsBeforeAHugePieceThatLooksFullOfTags(String piece) {
        String tags =
                "<a> ]]>".replace(piece.contains("CDATA") ? "]]>" : "-", "").repeat(1000);
        String looksFull = "<root xmlns='urn:test'>" + piece.formatted(tags) + "</root>";

        assertThatThrownBy(() -> read(looksFull, root -> "read"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageMatching("test.xml:1:\\d+: (more than 400 characters follow without a tag"
                        + "|a text has more than the 100 characters allowed)");
    }

    @Test
    void readsDocumentTypesThatAreOnlyTalkedAbout() throws IOException {
        String xml =
                "<!-- <!DOCTYPE a> --><root xmlns='urn:test'><?x <!DOCTYPE b>?><x><![CDATA[<!DOCTYPE c>]]></x></root>";

        assertThat(read(bytes(xml), SMALL, XmlReaderTest::textOfX)).isEqualTo("<!DOCTYPE c>");
    }

    @Test
    void countsATextInPiecesAsOne() {
        assertMalformed(
                "<root xmlns='urn:test'><a>" + "x<b/>".repeat(101) + "</a></root>",
                "a text has more than the 100 characters allowed");
    }

    @Test
    void refusesADocumentThatIsTooLarge() {
        assertThatThrownBy(() -> read(bytes("<root xmlns='urn:test'/>"), SMALL.withMaxInMemory(10), root -> "read"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("test.xml: the XML document has 24 bytes, at most 10 are allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "text",
                "<root xmlns='urn:test'>",
                "<root xmlns='urn:test'></toor>",
                "<root xmlns='urn:test'/><root/>",
                "<root xmlns='urn:test'>&undeclared;</root>",
                "<root xmlns='urn:test'>&#0;</root>",
                "<root xmlns='urn:test' a='1' a='2'/>",
                "<p:root xmlns='urn:test'/>",
                "<root xmlns='urn:test'><!ELEMENT a></root>"
            })
    void refusesWhatIsNotWellFormed(String xml) {
        assertThatThrownBy(() -> read(xml, root -> "read"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("is not well-formed XML");
    }

    @Test
    void refusesOtherEncodingsAndBrokenText() {
        byte[] broken = bytes("<root xmlns='urn:test'>#</root>");
        broken[23] = (byte) 0xff;

        assertThatThrownBy(() -> read(broken, SMALL, XmlElement::text))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("test.xml:1:24: is not valid UTF-8 text");
        byte[] late = bytes("<root xmlns='urn:test'>" + "<y>\u00e4</y>\n".repeat(1000) + "#</root>");
        late[late.length - 8] = (byte) 0xc3;
        assertThatThrownBy(() -> read(late, SMALL, XmlReaderTest::textOfX))
                .hasMessage("test.xml:1001:1: is not valid UTF-8 text");
        assertMalformed(
                "<?xml version='1.0' encoding='IBM037'?><root xmlns='urn:test'/>",
                "the encoding 'IBM037' is not accepted, only UTF-8 and UTF-16 are");
    }

    @Test
    void keepsAFailureOfTheDiskApartFromBadContent() {
        ByteSource failing = new FailingSource();

        assertThatThrownBy(() -> DOCUMENT.read(failing, FormatLimits.defaults(), XmlReaderTest::textOfX))
                .isExactlyInstanceOf(EOFException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void readsFieldsInAnyOrderAndPointsAtTheWrongOne() throws IOException {
        String xml = "<root xmlns='urn:test'><b> true </b>\n<n>-7</n><s>12</s><a> raw </a><e/><u/><u/></root>";

        XmlFields fields = read(xml, root -> XmlFields.read(root, Set.of("a", "b", "n", "s", "e"), Map.of()));

        assertThat(fields.text("a")).isEqualTo("raw");
        assertThat(fields.raw("a")).isEqualTo(" raw ");
        assertThat(fields.flag("b")).isTrue();
        assertThat(fields.flag("absent")).isFalse();
        assertThat(fields.integer("n")).isEqualTo(-7);
        assertThat(fields.size("s")).isEqualTo(12);
        assertThat(fields.size("e")).isNull();
        assertThat(fields.text("e")).isNull();
        assertThatThrownBy(() -> fields.required("e")).hasMessage("test.xml:2:35: element 'e' is empty");
        assertThatThrownBy(() -> fields.required("x")).hasMessage("test.xml:1:24: element 'root' has no 'x'");
        assertThatThrownBy(() -> fields.integer("a"))
                .hasMessage("test.xml:2:22: element 'a' is not a whole number: 'raw'");
        assertThatThrownBy(() -> fields.size("n")).hasMessage("test.xml:2:4: element 'n' is not a size: '-7'");
        assertThatThrownBy(() -> fields.flag("n"))
                .hasMessage("test.xml:2:4: element 'n' is neither 'true' nor 'false': '-7'");
    }

    @Test
    void refusesAFieldThatOccursTwice() {
        assertThatThrownBy(() -> read(
                        "<root xmlns='urn:test'><a/>\n<a/></root>",
                        root -> XmlFields.read(root, Set.of("a"), Map.of())))
                .hasMessage("test.xml:2:5: element 'a' occurs twice in 'root'");
    }

    @Test
    void namesTheAttributeThatIsMissing() {
        assertThatThrownBy(() -> read("<root xmlns='urn:test'/>", root -> root.requiredAttribute("a")))
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        e -> assertThat(e.location()).isEqualTo(Location.ofLine("test.xml", 1, 25)))
                .hasMessage("test.xml:1:25: element 'root' has no attribute 'a'");
    }

    private static String textOfX(XmlElement root) throws IOException {
        List<String> texts = new ArrayList<>();
        root.children("x", x -> texts.add(x.text()));
        return String.join(",", texts);
    }

    private static void assertMalformed(String xml, String message) {
        assertThatThrownBy(() -> read(xml, root -> {
                    root.children(XmlElement::text);
                    return "read";
                }))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageEndingWith(message);
    }

    private static <T> T read(String xml, XmlReader.Binding<T> binding) throws IOException {
        return read(bytes(xml), SMALL, binding);
    }

    private static <T> T read(byte[] xml, FormatLimits limits, XmlReader.Binding<T> binding) throws IOException {
        return DOCUMENT.read(ByteSource.of("test.xml", xml), limits, binding);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Begins well and fails later. */
    private static final class FailingSource implements ByteSource {
        @Override
        public String name() {
            return "failing.xml";
        }

        @Override
        public long size() {
            return 100;
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) throws IOException {
            throw new EOFException("the disk is gone");
        }
    }
}
