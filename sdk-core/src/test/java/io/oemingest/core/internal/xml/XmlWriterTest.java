package io.oemingest.core.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
    @Test
    void writesTheLayoutOfTheField() {
        byte[] xml = new XmlWriter("UTF-8")
                .open("a", "xmlns", "urn:test", "absent", null)
                .leaf("b", "x & <y>")
                .optional("c", null)
                .optional("d", "")
                .open("e")
                .empty("f", "g", "\"1\"")
                .close()
                .close()
                .toBytes();

        assertThat(new String(xml, StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                        + "<a xmlns=\"urn:test\">\r\n"
                        + "  <b>x &amp; &lt;y&gt;</b>\r\n"
                        + "  <e>\r\n"
                        + "    <f g=\"&quot;1&quot;\" />\r\n"
                        + "  </e>\r\n"
                        + "</a>");
    }

    @Test
    void writesTextThatReadsBackAsItWas() throws IOException {
        String odd = " <\"ä\ud83d\ude00'&>]]>\t\n\r ";
        byte[] xml = new XmlWriter("UTF-8")
                .open("root", "xmlns", "urn:test", "a", odd)
                .leaf("t", odd)
                .close()
                .toBytes();

        String read = new XmlReader("root", Set.of("urn:test"))
                .read(ByteSource.of("written.xml", xml), FormatLimits.defaults(), root -> {
                    StringBuilder text = new StringBuilder(root.requiredAttribute("a"));
                    root.children(child -> text.append(child.text()));
                    return text.toString();
                });

        assertThat(read).isEqualTo(odd + odd);
    }

    @Test
    void refusesWhatXmlCannotHold() {
        XmlWriter xml = new XmlWriter("UTF-8");

        assertThatThrownBy(() -> xml.leaf("a", "\u0000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("XML cannot hold the character U+0000");
        assertThatThrownBy(() -> xml.leaf("a", "\ud800"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("XML cannot hold the character U+D800");
    }

    @Test
    void refusesToEndWithAnOpenElement() {
        XmlWriter xml = new XmlWriter("UTF-8").open("a");

        assertThatThrownBy(xml::toBytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Element 'a' is still open");
    }
}
