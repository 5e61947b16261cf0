package io.oemingest.core.validation.report;

import io.oemingest.core.io.TerminalText;

/** Writes the few elements of a page, each text escaped. */
final class HtmlWriter {
    private static final String STYLE = """
            body { font: 15px/1.4 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            .bad, .Block { color: #b00020; } .Warn { color: #8a5a00; } .Info { color: #00507a; } .good { color: #006b2d; }
            """;

    private final StringBuilder out = new StringBuilder();

    void start(String title) {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        element("title", "", title);
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    }

    String end() {
        return out.append("</body>\n</html>\n").toString();
    }

    /** An element with text; no class if it is empty. */
    void element(String name, String className, String text) {
        out.append('<').append(name);
        if (!className.isEmpty()) {
            out.append(" class=\"").append(className).append('"');
        }
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    void table(String... headings) {
        out.append("<table>\n");
        if (headings.length > 0) {
            cells("th", headings);
        }
    }

    void row(String... cells) {
        cells("td", cells);
    }

    void endTable() {
        out.append("</table>\n");
    }

    private void cells(String element, String... cells) {
        out.append("<tr>\n");
        for (String cell : cells) {
            element(element, "", cell);
        }
        out.append("</tr>\n");
    }

    private static String escaped(String text) {
        return TerminalText.safe(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
