package io.oemingest.core.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The files inside another, each to be had as a stream. */
interface Contents {
    /** In the order of the file; one that has several places is there several times. */
    List<ContainedFile> files();

    /** Hands over the content of the files of these names, each once, in any order. */
    void visit(Set<String> names, Visitor visitor) throws IOException;

    /** Takes one file. */
    @FunctionalInterface
    interface Visitor {
        void visit(String name, InputStream content) throws IOException;
    }
}
