package io.oemingest.core.format.image;

import io.oemingest.core.internal.xml.XmlWriter;

/** The frame of the documents that the kit's tools write by serializing objects. */
final class KitDocument {
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XSD = "http://www.w3.org/2001/XMLSchema";

    private KitDocument() {}

    /** A document whose root element is open. */
    static XmlWriter open(String root, String namespace) {
        return new XmlWriter("utf-8").open(root, "xmlns:xsi", XSI, "xmlns:xsd", XSD, "xmlns", namespace);
    }
}
