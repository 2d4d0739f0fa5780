package org.wengert.bench.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Curves between two axes, for pages that show a function: a hidden listing draws them. Light or dark as its reader has it. */
public final class Plot {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 48;
    private static final int RIGHT = 170;
    private static final int EDGE = 24;
    private static final int STEPS = 200;
    private static final int DESCENT = 4;

    private static final String STYLE = """
            <style>
            text{font-family:system-ui,sans-serif;font-size:12px;fill:#1b1f24}
            .paper{fill:#fff}
            .grid{stroke:#d0d7de}
            .zero{stroke:#57606a}
            .curve{fill:none;stroke-width:2;stroke:#0550ae}
            .curve1{stroke:#bc4c00;stroke-dasharray:6 4}
            .mark{fill:#0550ae}
            @media(prefers-color-scheme:dark){
            text{fill:#e6edf3}
            .paper{fill:#0d1117}
            .grid{stroke:#30363d}
            .zero{stroke:#8b949e}
            .curve{stroke:#79c0ff}
            .curve1{stroke:#ffa657}
            .mark{fill:#79c0ff}
            }
            </style>
            """;

    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;
    private final List<String> shapes = new ArrayList<>();
    private int curves;

    /** An empty one, with a line across for every tick. */
    public Plot(double fromX, double toX, double stepX, double fromY, double toY, double stepY) {
        this.fromX = fromX;
        this.toX = toX;
        this.fromY = fromY;
        this.toY = toY;
        for (double x = fromX; x <= toX; x += stepX) {
            shapes.add(line(x == 0 ? "zero" : "grid", x, fromY, x, toY));
            shapes.add(text("middle", across(x), HEIGHT - 6, number(x)));
        }
        for (double y = fromY; y <= toY; y += stepY) {
            shapes.add(line(y == 0 ? "zero" : "grid", fromX, y, toX, y));
            shapes.add(text("end", LEFT - 6, up(y) + DESCENT, number(y)));
        }
    }

    /** A curve with its name at its right end. */
    public Plot curve(String name, DoubleUnaryOperator f) {
        return curve(
                name,
                IntStream.rangeClosed(0, STEPS)
                        .mapToObj(i -> {
                            double x = fromX + (toX - fromX) * i / STEPS;
                            return new double[] {x, f.applyAsDouble(x)};
                        })
                        .filter(point -> point[1] >= fromY && point[1] <= toY)
                        .collect(Collectors.toList()));
    }

    /** A curve through points of x and y, with its name at its right end. */
    public Plot curve(String name, List<double[]> points) {
        String path = points.stream()
                .map(point -> number(across(point[0])) + " " + number(up(point[1])))
                .collect(Collectors.joining("L", "M", ""));
        shapes.add("<path class=\"curve curve" + curves++ + "\" d=\"" + path + "\"/>");
        double[] last = points.get(points.size() - 1);
        shapes.add(text("start", across(last[0]) + 6, up(last[1]) + DESCENT, name));
        return this;
    }

    /** A point with what it says beside it. */
    public Plot mark(double x, double y, String text) {
        shapes.add("<circle class=\"mark\" cx=\"" + number(across(x)) + "\" cy=\"" + number(up(y)) + "\" r=\"4\"/>");
        shapes.add(text("start", across(x) + 8, up(y) - 8, text));
        return this;
    }

    /** The picture; its title is what a screen reader says. */
    public String svg(String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\">\n<title>" + title + "</title>\n" + STYLE
                + "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n" + String.join("\n", shapes) + "\n</svg>\n";
    }

    private double across(double x) {
        return LEFT + (x - fromX) / (toX - fromX) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double y) {
        return HEIGHT - EDGE - (y - fromY) / (toY - fromY) * (HEIGHT - 2 * EDGE);
    }

    private String line(String kind, double x1, double y1, double x2, double y2) {
        return "<line class=\"" + kind + "\" x1=\"" + number(across(x1)) + "\" y1=\"" + number(up(y1)) + "\" x2=\""
                + number(across(x2)) + "\" y2=\"" + number(up(y2)) + "\"/>";
    }

    private static String text(String anchor, double x, double y, String text) {
        return "<text text-anchor=\"" + anchor + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + text
                + "</text>";
    }

    private static String number(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
