package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.fail;

import io.oemingest.core.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** Judges what we write by the schemas of the kit, as the JDK reads them. */
final class Schemas {
    private final String name;
    private final Validator validator;

    private Schemas(String name, Validator validator) {
        this.name = name;
        this.validator = validator;
    }

    /** A schema among the samples; skips the test when it is not there. */
    static Schemas orSkip(String name) {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        try {
            return new Schemas(
                    name,
                    factory.newSchema(Samples.fileOrSkip("xsd", name).toFile()).newValidator());
        } catch (SAXException e) {
            throw new AssertionError(name, e);
        }
    }

    void accept(byte[] document) throws IOException {
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException e) {
            fail(name + " refuses\n" + new String(document, StandardCharsets.UTF_8), e);
        }
    }
}
