package io.oemingest.samples.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command line in the words of a cmdlet, turned into that of the verb. Parameters may be shortened and in any case, with
 * a value behind a blank or a colon, as PowerShell reads them. What begins with two hyphens, and all behind it, is the verb's.
 */
final class CmdletLine {
    /** Parameters that PowerShell gives every cmdlet: those without a value, then those with one. */
    private static final Set<String> COMMON_SWITCHES = Set.of("verbose", "debug");

    private static final Set<String> COMMON_VALUES = Set.of(
            "erroraction",
            "errorvariable",
            "warningaction",
            "warningvariable",
            "outbuffer",
            "pipelinevariable",
            "outvariable");

    private final Cmdlet cmdlet;
    private final Map<CmdletParameter, String> given = new LinkedHashMap<>();
    private final List<String> own = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private CmdletLine(Cmdlet cmdlet) {
        this.cmdlet = cmdlet;
    }

    /**
     * Reads what stands behind the cmdlet's name.
     *
     * @throws IllegalArgumentException for what is no parameter of it, is ambiguous, given twice, or has no value
     */
    static CmdletLine read(Cmdlet cmdlet, List<String> words) {
        CmdletLine line = new CmdletLine(cmdlet);
        int next = 0;
        while (next < words.size()) {
            if (words.get(next).startsWith("--")) {
                line.own.addAll(words.subList(next, words.size()));
                break;
            }
            next = line.parameter(words, next);
        }
        return line;
    }

    /** Whether only the usage is asked for. */
    static boolean asksForHelp(List<String> words) {
        return words.isEmpty() || words.equals(List.of("-?")) || words.equals(List.of("--help"));
    }

    /** The command line of the verb. */
    List<String> translated() {
        List<String> all = new ArrayList<>(List.of(cmdlet.verb().split(" ")));
        for (CmdletParameter each : cmdlet.parameters()) {
            String value = given.get(each);
            if (value != null) {
                all.addAll(each.translated(value));
            }
        }
        all.addAll(own);
        return all;
    }

    /** What was given and has no meaning here. */
    List<String> notes() {
        return notes;
    }

    /** Reads one parameter; returns where the next one begins. */
    private int parameter(List<String> words, int at) {
        // The documents print en dashes, and PowerShell takes them.
        String word = words.get(at).replaceFirst("^[\u2013\u2014]", "-");
        if (!word.startsWith("-")) {
            throw new IllegalArgumentException(
                    "'" + word + "' stands without the name of a parameter; all parameters have names.");
        }
        int colon = word.indexOf(':');
        String name = word.substring(1, colon < 0 ? word.length() : colon);
        String attached = colon < 0 ? null : word.substring(colon + 1);
        String common = name.toLowerCase(Locale.ROOT);
        if (COMMON_SWITCHES.contains(common)) {
            return at + 1;
        }
        if (COMMON_VALUES.contains(common)) {
            return attached == null ? at + 2 : at + 1;
        }
        CmdletParameter parameter = find(name);
        if (!parameter.takesValue()) {
            put(parameter, "");
            return at + 1;
        }
        put(parameter, attached == null ? valueBehind(words, at) : attached);
        return attached == null ? at + 2 : at + 1;
    }

    private static String valueBehind(List<String> words, int at) {
        if (at + 1 == words.size()) {
            throw new IllegalArgumentException("The parameter " + words.get(at) + " has no value.");
        }
        return words.get(at + 1);
    }

    private void put(CmdletParameter parameter, String value) {
        if (given.put(parameter, value) != null) {
            throw new IllegalArgumentException("The parameter -" + parameter.name() + " is given twice.");
        }
        if (parameter.kind() == CmdletParameter.Kind.IGNORED) {
            notes.add("-" + parameter.name() + " has no meaning here: " + parameter.option() + ".");
        }
    }

    private CmdletParameter find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<CmdletParameter> begin = cmdlet.parameters().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        for (CmdletParameter each : begin) {
            if (each.name().equalsIgnoreCase(name) || begin.size() == 1) {
                return each;
            }
        }
        CmdletParameter near = begin.isEmpty() ? nearest(wanted) : null;
        throw new IllegalArgumentException(cmdlet.text()
                + (begin.isEmpty() ? " has no parameter -" : " has several parameters that begin with -")
                + name
                + (near == null
                        ? ": " + names(begin.isEmpty() ? cmdlet.parameters() : begin) + "."
                        : ". Did you mean -" + near.name() + "?"));
    }

    /** The parameter that shares the longest beginning, if that is half of it. */
    private @Nullable CmdletParameter nearest(String wanted) {
        CmdletParameter best = null;
        int longest = 0;
        for (CmdletParameter each : cmdlet.parameters()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            int shared = 0;
            while (shared < Math.min(name.length(), wanted.length()) && name.charAt(shared) == wanted.charAt(shared)) {
                shared++;
            }
            if (shared > longest && 2 * shared >= name.length()) {
                best = each;
                longest = shared;
            }
        }
        return best;
    }

    private static String names(List<CmdletParameter> parameters) {
        return parameters.stream().map(each -> "-" + each.name()).collect(Collectors.joining(", "));
    }
}
