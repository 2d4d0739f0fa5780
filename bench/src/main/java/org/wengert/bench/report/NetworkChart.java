package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Font;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.picture.Svg;
import org.wengert.bench.picture.Svg.Anchor;

/**
 * The layers from left to right, their neurons one below the other, and the weights between them: the thicker a line, the
 * larger its weight, dashed where that is negative. Of a large layer those neurons are drawn that have most to say.
 */
final class NetworkChart implements Chart {
    private static final String STYLE = """
            .chart .weight1 { stroke-width: 0.5px; }
            .chart .weight2 { stroke-width: 1px; }
            .chart .weight3 { stroke-width: 2px; }
            .chart .weight4 { stroke-width: 3px; }
            .chart .neuron { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5px; }
            """;

    private static final String CIRCLE = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
    private static final int MOST_NEURONS = 16;
    private static final int SPACING = 15;
    private static final int LABEL_LINES = 3;
    private static final int WIDTHS = 4;
    /** Weights below this share of the layer's largest would be thinner than a line can be. */
    private static final double LEAST = 0.1;

    private static final String KEY =
            "the thicker a line, the larger the weight; dashed: negative; below a tenth of the largest: no line";

    private final Neurons neurons;
    private final List<List<Integer>> shown;
    private final String activation;

    /**
     * A chart of a network.
     *
     * @param activation of the hidden layers
     */
    NetworkChart(Neurons neurons, String activation) {
        this.neurons = neurons;
        this.shown = neurons.foremost(MOST_NEURONS);
        this.activation = activation;
    }

    @Override
    public String title() {
        return "Neurons and weights";
    }

    @Override
    public String description() {
        List<String> labels = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            labels.add(label(layer));
        }
        return String.join(", then ", labels);
    }

    private int layers() {
        return shown.size();
    }

    private String label(int layer) {
        int size = neurons.sizes().get(layer);
        String count = size > MOST_NEURONS ? MOST_NEURONS + " of " + size : Integer.toString(size);
        if (layer == 0) {
            return count + (size == 1 ? " input" : " inputs");
        }
        return count + (layer == layers() - 1 ? " linear" : " " + activation);
    }

    private static List<String> key() {
        return Font.SMALL.wrap(KEY, INNER, 2);
    }

    private double top() {
        return Font.TITLE.lineHeight() + key().size() * Font.SMALL.lineHeight() + MARGIN;
    }

    private double plot() {
        return SPACING * shown.stream().mapToInt(List::size).max().orElse(1);
    }

    @Override
    public double height() {
        return top() + plot() + LABEL_LINES * Font.SMALL.lineHeight() + MARGIN;
    }

    private double column() {
        return (double) INNER / layers();
    }

    private double x(int layer) {
        return MARGIN + (layer + 0.5) * column();
    }

    private double y(int layer, int place) {
        return top() + plot() / 2 + (place - (shown.get(layer).size() - 1) / 2.0) * SPACING;
    }

    @Override
    public void draw(Svg svg) {
        svg.style(STYLE);
        svg.text(Font.TITLE, Anchor.START, MARGIN, Font.TITLE.lineHeight() - MARGIN / 2.0, title());
        lines(svg, Anchor.START, MARGIN, Font.TITLE.lineHeight() + Font.SMALL.size(), key());
        for (int layer = 0; layer < layers() - 1; layer++) {
            drawWeights(svg, layer);
        }
        for (int layer = 0; layer < layers(); layer++) {
            drawNeurons(svg, layer);
            List<String> label = Font.SMALL.wrap(label(layer), column() - MARGIN / 2.0, LABEL_LINES);
            lines(svg, Anchor.MIDDLE, x(layer), top() + plot() + Font.SMALL.lineHeight(), label);
        }
    }

    private static void lines(Svg svg, Anchor anchor, double x, double top, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            svg.text(Font.SMALL, anchor, x, top + i * Font.SMALL.lineHeight(), lines.get(i));
        }
    }

    private void drawWeights(Svg svg, int layer) {
        double largest = neurons.largest(layer);
        for (int from = 0; from < shown.get(layer).size(); from++) {
            for (int to = 0; to < shown.get(layer + 1).size(); to++) {
                double weight = neurons.weight(
                        layer, shown.get(layer).get(from), shown.get(layer + 1).get(to));
                double share = Math.abs(weight) / largest;
                if (share >= LEAST) {
                    String look = weight < 0 ? "line color1 dash1" : "line color0";
                    int width = (int) Math.min(WIDTHS, 1 + Math.floor(share * WIDTHS));
                    svg.line(look + " weight" + width, x(layer), y(layer, from), x(layer + 1), y(layer + 1, to));
                }
            }
        }
    }

    private void drawNeurons(Svg svg, int layer) {
        for (int place = 0; place < shown.get(layer).size(); place++) {
            svg.mark("point", told(layer, shown.get(layer).get(place)));
            svg.path("neuron", "M" + Svg.number(x(layer)) + " " + Svg.number(y(layer, place)) + CIRCLE);
            svg.end();
        }
    }

    private String told(int layer, int neuron) {
        if (layer == 0) {
            return "input " + (neuron + 1);
        }
        int strongest = neurons.strongest(layer, neuron);
        return "layer " + layer + ", neuron " + (neuron + 1) + ": largest weight "
                + Measure.digits(neurons.weight(layer - 1, strongest, neuron)) + ", of "
                + (layer == 1 ? "input " : "neuron ") + (strongest + 1);
    }
}
