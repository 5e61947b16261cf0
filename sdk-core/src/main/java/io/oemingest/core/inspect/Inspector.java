package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.xml.XmlReader.Root;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Knows one kind of file: how to recognise it, and what it says. */
record Inspector(Kind kind, Recogniser recogniser, Teller teller) {

    /**
     * What the kind is called.
     *
     * @param id for programs
     * @param title for people
     * @param endings ends of file names, in lower case, that promise this kind where the content tells nothing
     */
    record Kind(String id, String title, List<String> endings) {
        Kind(String id, String title, String... endings) {
            this(id, title, List.of(endings));
        }
    }

    /** Says whether the content is of this kind, as far as the first look tells. */
    @FunctionalInterface
    interface Recogniser {
        boolean recognises(Candidate file) throws IOException;
    }

    /** Tells the facts, or finds that the file is not of this kind after all. */
    @FunctionalInterface
    interface Teller {
        void tell(Candidate file, Facts facts) throws IOException;
    }

    /** Reads a file whole. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteSource source, FormatLimits limits) throws IOException;
    }

    /** A teller that reads the file whole before it tells anything. */
    static <T> Teller reading(Reader<T> reader, BiConsumer<Facts, T> telling) {
        return (file, facts) -> telling.accept(facts, reader.read(file.source(), file.limits()));
    }

    /** An XML document, known by the name of its root element. */
    static Inspector document(Kind kind, String root, Teller teller) {
        return new Inspector(
                kind,
                file -> {
                    Root found = file.root();
                    return found != null && found.name().equals(root);
                },
                teller);
    }

    /** A JSON object, known by members that it has. */
    static Inspector object(Kind kind, Set<String> members, Teller teller) {
        return new Inspector(
                kind,
                file -> file.opensWith('{')
                        && Json.memberNames(
                                        file.source().stream(), file.source().name(), file.limits())
                                .containsAll(members),
                teller);
    }

    /** A zip file, known by the name of its first entry. */
    static Inspector archive(Kind kind, String firstEntry, Teller teller) {
        return new Inspector(kind, file -> StrictZip.firstName(file.source()).equals(firstEntry), teller);
    }
}
