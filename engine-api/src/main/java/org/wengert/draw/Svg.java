package org.wengert.draw;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A layout as an SVG picture. */
final class Svg {
    /** Colours that hold their contrast on white and on black paper. */
    private static final String STYLE = """
            text{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:%spx;fill:#1b1f24}
            rect,path,line{stroke:#57606a;fill:none}
            .paper{fill:#fff;stroke:none}
            .value{fill:#f6f8fa}
            .operation{fill:#ddf4ff}
            .folded{stroke-dasharray:4 3}
            .heat{fill:#d9480f;stroke:none}
            .wrong{stroke:#cf222e;stroke-width:3}
            .path{stroke:#0550ae;stroke-width:2.5}
            @media(prefers-color-scheme:dark){
            text{fill:#e6edf3}
            rect,path,line{stroke:#8b949e}
            .paper{fill:#0d1117}
            .value{fill:#161b22}
            .operation{fill:#12304d}
            .wrong{stroke:#ff7b72}
            .path{stroke:#79c0ff}
            }
            """;

    /** Shows the state that the address asks for, or the folded one; the first part is for paper of either colour. */
    private static final String STATES = """
            .group{fill:#eddcff}
            a:hover rect,a:focus rect{stroke-width:2.5}
            .open,view:target~.closed{display:none}
            view:target+.open{display:inline}
            @media(prefers-color-scheme:dark){
            .group{fill:#3a2752}
            }
            """;

    /** Of the warmest value's colour: letters on it stay legible. */
    private static final double WARMEST = 0.45;

    private static final double ROUND = 4;

    /** Of the second frame that a group has, within the first. */
    private static final double INSET = 3;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /**
     * The picture.
     *
     * @param closed what is shown first
     * @param open   for each group what is shown when it is open; the picture is then as large as that
     */
    static String text(Layout closed, List<Layout> open) {
        Svg svg = new Svg();
        svg.head(closed, open);
        if (open.isEmpty()) {
            svg.content(closed);
        } else {
            svg.states(closed, open);
        }
        return svg.out.append("</svg>\n").toString();
    }

    private void head(Layout layout, List<Layout> open) {
        long values = layout.boxes.stream()
                .filter(placed -> placed.box().kind() == Box.Kind.VALUE)
                .count();
        put(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"%s viewBox=\"0 0 %s %s\" width=\"%2$s\" height=\"%3$s\">\n",
                open.isEmpty() ? " role=\"img\"" : "", // a picture of one piece has no links to follow
                number(layout.width),
                number(layout.height));
        put("<title>Graph of %s values, results on the right</title>\n", Long.toString(values));
        put("<style>\n" + STYLE, number(Metrics.FONT));
        out.append(open.isEmpty() ? "" : STATES);
        for (int i = 0; i < open.size(); i++) {
            put(
                    "svg:has(#open-%d:target){width:%spx;height:%spx}\n",
                    i + 1, number(open.get(i).width), number(open.get(i).height));
        }
        out.append("</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    }

    private void states(Layout closed, List<Layout> open) {
        for (int i = 0; i < open.size(); i++) {
            Layout state = open.get(i);
            put(
                    "<view id=\"open-%d\" viewBox=\"0 0 %s %s\"/>\n<g class=\"open\">\n",
                    i + 1, number(state.width), number(state.height));
            content(state);
            out.append("</g>\n");
        }
        out.append("<g class=\"closed\">\n");
        content(closed);
        out.append("</g>\n");
    }

    private void content(Layout layout) {
        layout.ways.forEach(this::way);
        layout.boxes.forEach(this::linked);
    }

    private void linked(Layout.Placed placed) {
        switch (placed.box().kind()) {
            case GROUP -> linked(placed, "#open-" + placed.box().group());
            case HEADING -> linked(placed, "#");
            default -> box(placed);
        }
    }

    private void linked(Layout.Placed placed, String target) {
        put("<a href=\"%s\">\n", target);
        box(placed);
        out.append("</a>\n");
    }

    private void way(Layout.Way way) {
        StringBuilder d = new StringBuilder();
        List<Layout.Point> points = way.points();
        Layout.Point last = points.get(0);
        d.append("M").append(point(last.x(), last.y()));
        for (Layout.Point next : points.subList(1, points.size())) {
            double middle = (last.x() + next.x()) / 2;
            d.append(
                    number(next.y()).equals(number(last.y()))
                            ? "H" + number(next.x())
                            : "C" + point(middle, last.y()) + " " + point(middle, next.y()) + " "
                                    + point(next.x(), next.y()));
            last = next;
        }
        put("<path fill=\"none\"%s d=\"%s\"/>\n", way.onPath() ? " class=\"path\"" : "", d.toString());
    }

    private void box(Layout.Placed placed) {
        Box box = placed.box();
        put("<g>\n<title>%s</title>\n", escaped(box.tip()));
        rectangle(placed, 0, kind(box), "");
        if (box.heat() > 0) {
            rectangle(placed, 0, "heat", " fill-opacity=\"" + number(WARMEST * box.heat()) + "\"");
        }
        if (box.kind() == Box.Kind.GROUP || box.kind() == Box.Kind.HEADING) {
            rectangle(placed, INSET, "frame", "");
        }
        double x = placed.x();
        for (int i = 0; i < box.fields().size(); i++) {
            String field = box.fields().get(i);
            if (i > 0) {
                put(
                        "<line x1=\"%s\" y1=\"%s\" x2=\"%1$s\" y2=\"%s\"/>\n",
                        number(x), number(placed.y()), number(placed.y() + Metrics.BOX_HEIGHT));
            }
            put(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n",
                    number(x + Metrics.field(field) / 2),
                    number(placed.y() + Metrics.BOX_HEIGHT / 2 + Metrics.FONT / 3),
                    number(Metrics.text(field)),
                    escaped(field));
            x += Metrics.field(field);
        }
        put("</g>\n");
    }

    private static String kind(Box box) {
        String kind = box.group() > 0 ? "group" : box.kind().name().toLowerCase(Locale.ROOT);
        return kind + (Double.isNaN(box.heat()) ? " wrong" : box.onPath() ? " path" : "");
    }

    private void rectangle(Layout.Placed placed, double inset, String kind, String more) {
        double round = switch (placed.box().kind()) {
            case OPERATION, FOLDED -> Metrics.BOX_HEIGHT / 2;
            default -> ROUND;
        };
        put(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>\n",
                kind,
                number(placed.x() + inset),
                number(placed.y() + inset),
                number(Metrics.width(placed.box()) - 2 * inset),
                number(Metrics.BOX_HEIGHT - 2 * inset),
                number(round - inset),
                more);
    }

    private void put(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** To a hundredth, without trailing zeros. */
    private static String number(double x) {
        return BigDecimal.valueOf(Math.round(100 * x), 2).stripTrailingZeros().toPlainString();
    }

    /** What XML gives a meaning, and what it does not allow. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }
}
