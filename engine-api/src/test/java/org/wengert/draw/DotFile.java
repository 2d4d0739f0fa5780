package org.wengert.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A graph as Graphviz would read it: as much of its grammar as drawings use, and an error for anything else. */
final class DotFile {
    private static final Pattern NODE = Pattern.compile("  (n\\d+) \\[(.*)];");
    private static final Pattern EDGE = Pattern.compile("  (n\\d+) -> (n\\d+)( \\[penwidth=2\\.5])?;");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?:^|, )([a-z]+)=(?:([a-z0-9.]+)|\"((?:[^\"\\\\]|\\\\.)*)\")(?=, |$)");

    /** A line between two boxes. */
    record Edge(String from, String to, boolean onPath) {}

    /** Attributes of each box, without quotes. */
    final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();

    final List<Edge> edges = new ArrayList<>();

    DotFile(String text) {
        List<String> lines = text.lines().toList();
        expect(lines.get(0), "digraph wengert {");
        expect(lines.get(1), "  rankdir=LR;");
        expect(lines.get(2), "  node [fontname=\"monospace\"];");
        expect(lines.get(lines.size() - 1), "}");
        for (String line : lines.subList(3, lines.size() - 1)) {
            Matcher node = NODE.matcher(line);
            Matcher edge = EDGE.matcher(line);
            if (node.matches()) {
                nodes.put(node.group(1), attributes(node.group(2)));
            } else if (edge.matches()) {
                edges.add(new Edge(edge.group(1), edge.group(2), edge.group(3) != null));
            } else {
                throw new AssertionError("neither node nor edge: " + line);
            }
        }
        edges.forEach(edge -> {
            if (!nodes.keySet().containsAll(List.of(edge.from(), edge.to()))) {
                throw new AssertionError("an edge of an unknown node: " + edge);
            }
        });
    }

    private static void expect(String line, String expected) {
        if (!line.equals(expected)) {
            throw new AssertionError("expected " + expected + " but was " + line);
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String quoted = matcher.group(3);
            attributes.put(matcher.group(1), quoted == null ? matcher.group(2) : quoted.replace("\\\"", "\""));
            end = matcher.end();
        }
        if (end != text.length()) {
            throw new AssertionError("not attributes: " + text.substring(end));
        }
        return attributes;
    }

    /** The nodes of values: their fields. */
    List<List<String>> values() {
        return nodes.values().stream()
                .filter(attributes -> "record".equals(attributes.get("shape")))
                .map(attributes -> fields(attributes.get("label")))
                .toList();
    }

    /** The nodes of operations: their symbols. */
    List<String> operations() {
        return nodes.values().stream()
                .filter(attributes -> !attributes.containsKey("shape"))
                .map(attributes -> attributes.get("label"))
                .toList();
    }

    /** How many boxes stand for what is not drawn. */
    long folded() {
        return nodes.values().stream()
                .filter(attributes -> "plaintext".equals(attributes.get("shape")))
                .count();
    }

    /** The nodes of groups: their lines. */
    List<List<String>> groups() {
        return nodes.values().stream()
                .filter(attributes -> "box".equals(attributes.get("shape")))
                .map(attributes -> List.of(attributes.get("label").split("\\\\n")))
                .toList();
    }

    /** Fields side by side within one pair of braces; any other use of a character with a meaning is an error. */
    private static List<String> fields(String record) {
        if (!record.startsWith("{ ") || !record.endsWith(" }")) {
            throw new AssertionError("not a record of fields: " + record);
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        String inner = record.substring(2, record.length() - 2);
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\') {
                char escaped = inner.charAt(++i);
                field.append(escaped == 'n' ? '\n' : escaped);
            } else if (c == '|') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if ("{}<>".indexOf(c) >= 0) {
                throw new AssertionError("a bare " + c + " in " + record);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields.stream().map(DotFile::withoutEntities).toList();
    }

    private static String withoutEntities(String text) {
        return text.replaceAll("&(?!amp;)", "a bare ampersand").replace("&amp;", "&");
    }
}
