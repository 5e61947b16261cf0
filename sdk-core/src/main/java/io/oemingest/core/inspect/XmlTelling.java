package io.oemingest.core.inspect;

import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.internal.xml.XmlReader.Root;
import java.io.IOException;
import java.util.Set;

/** XML documents that no other inspector knows: what their root is. */
final class XmlTelling {
    private XmlTelling() {}

    static void tell(Candidate file, Facts facts) throws IOException {
        Root root = file.root();
        if (root != null) {
            XmlReader wellFormed = new XmlReader(root.name(), Set.of(root.namespace()));
            facts.put("root", wellFormed.read(file.source(), file.limits(), XmlElement::name))
                    .put("namespace", root.namespace());
        }
    }
}
