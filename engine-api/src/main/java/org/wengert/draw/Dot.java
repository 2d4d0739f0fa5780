package org.wengert.draw;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A diagram in Graphviz's language. */
final class Dot {
    private Dot() {}

    static String text(Diagram diagram) {
        StringBuilder out = new StringBuilder("digraph wengert {\n  rankdir=LR;\n  node [fontname=\"monospace\"];\n");
        for (int i = 0; i < diagram.boxes().size(); i++) {
            out.append("  n")
                    .append(i)
                    .append(" [")
                    .append(attributes(diagram.boxes().get(i)))
                    .append("];\n");
        }
        for (Line line : diagram.lines()) {
            out.append("  n").append(line.from()).append(" -> n").append(line.to());
            out.append(line.onPath() ? " [penwidth=2.5];\n" : ";\n");
        }
        return out.append("}\n").toString();
    }

    private static String attributes(Box box) {
        String path = box.onPath() ? ", penwidth=2.5" : "";
        return switch (box.kind()) {
            case VALUE -> "shape=record, label=\"{ " + record(box.fields()) + " }\"" + fill(box.heat()) + path;
            case OPERATION -> "label=\"" + quoted(box.fields().get(0)) + "\"" + path;
            case GROUP, HEADING ->
                "shape=box, peripheries=2, label=\"" + quoted(String.join("\n", box.fields())) + "\"" + fill(box.heat())
                        + path;
            case FOLDED -> "shape=plaintext, label=\"" + quoted(box.fields().get(0)) + "\"";
        };
    }

    private static String record(List<String> fields) {
        return fields.stream().map(Dot::field).collect(Collectors.joining(" | "));
    }

    private static String fill(double heat) {
        if (Double.isNaN(heat)) {
            return ", color=red, fontcolor=red";
        }
        return heat == 0 ? "" : String.format(Locale.ROOT, ", style=filled, fillcolor=\"0.07 %.3f 1.0\"", heat / 2);
    }

    /** A record gives braces, bars and angles a meaning too. */
    private static String field(String text) {
        return escaped(text, "{}|<>");
    }

    /** Within quotes, backslashes and quotes have a meaning. */
    private static String quoted(String text) {
        return escaped(text, "");
    }

    /** Graphviz reads entities of HTML in every label, and files in UTF-8, which has no halves of characters. */
    private static String escaped(String text, String meaningful) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("\\n");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                out.append(' ');
            } else {
                out.append(c == '\\' || c == '"' || meaningful.indexOf(c) >= 0 ? "\\" : "")
                        .appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
