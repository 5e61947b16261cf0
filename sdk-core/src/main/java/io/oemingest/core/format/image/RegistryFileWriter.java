package io.oemingest.core.format.image;

import java.util.List;

/** Writes registry files in the layout of the package tools: no blank lines, long data wrapped. */
final class RegistryFileWriter {
    private static final int WIDTH = 80;
    private static final String INDENT = "  ";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private RegistryFileWriter() {}

    static String write(List<RegistryValue> values) {
        StringBuilder out = new StringBuilder()
                .append(BYTE_ORDER_MARK)
                .append(RegistryFileReader.HEADER)
                .append("\r\n");
        String key = "";
        for (RegistryValue value : values) {
            if (!value.key().equals(key)) {
                key = value.key();
                out.append('[').append(key).append("]\r\n");
            }
            comment(value, out);
            String name = value.name().isEmpty() ? "@" : "\"" + escape(value.name()) + "\"";
            String data = RegistryData.format(value);
            // Only hexadecimal data may go on in the next line.
            String line = data.startsWith("\"") ? name + "=" + data : wrap(name + "=", data);
            out.append(line).append("\r\n");
        }
        return out.toString();
    }

    // For people, who cannot read the hexadecimal digits below.
    private static void comment(RegistryValue value, StringBuilder out) {
        boolean list = value.type().equals(RegistryData.LIST);
        String text = list ? value.data().replace('\n', ';') : value.data();
        if ((list || value.type().equals("REG_EXPAND_SZ")) && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            out.append(";Value:").append(text).append("\r\n");
        }
    }

    static String escape(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A registry text in one line cannot hold a line break: '" + text + "'");
        }
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String wrap(String name, String data) {
        StringBuilder out = new StringBuilder(name);
        int start = 0;
        int room = WIDTH - 2 - name.length();
        while (data.length() - start > room + 2) {
            int comma = data.lastIndexOf(',', start + room);
            if (comma <= start) {
                break;
            }
            out.append(data, start, comma + 1).append("\\\r\n").append(INDENT);
            start = comma + 1;
            room = WIDTH - 2 - INDENT.length();
        }
        return out.append(data.substring(start)).toString();
    }
}
