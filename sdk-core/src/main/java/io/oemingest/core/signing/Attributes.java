package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of attributes, each an identifier with a set of values. */
final class Attributes {
    private final DerNode node;
    private final Map<String, List<DerNode>> values;

    private Attributes(DerNode node, Map<String, List<DerNode>> values) {
        this.node = node;
        this.values = values;
    }

    /** Reads the attributes inside a SET, or inside an implicit tag that stands for it; no identifier may come twice. */
    static Attributes of(DerNode node) throws MalformedFileException {
        Map<String, List<DerNode>> values = new LinkedHashMap<>();
        for (DerNode attribute : node.children()) {
            DerFields fields = attribute.fields("Attribute");
            String oid = fields.next("type").oid("type");
            List<DerNode> set = fields.next(DerNode.SET, "values").children();
            fields.end();
            if (values.put(oid, List.copyOf(new ArrayList<>(set))) != null) {
                throw attribute.malformed("repeats the attribute " + oid);
            }
        }
        return new Attributes(node, values);
    }

    Set<String> oids() {
        return values.keySet();
    }

    /** The values of one attribute; none if it is absent. */
    List<DerNode> values(String oid) {
        return values.getOrDefault(oid, List.of());
    }

    /** What a signature over these attributes covers: the same bytes with the tag of a SET. */
    byte[] signedBytes() {
        byte[] bytes = node.encoded();
        bytes[0] = DerNode.SET;
        return bytes;
    }
}
