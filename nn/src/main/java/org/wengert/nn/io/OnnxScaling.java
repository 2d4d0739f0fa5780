package org.wengert.nn.io;

import java.util.Arrays;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.MinMax;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Scaler;
import org.wengert.nn.data.Standardizer;

/** What happens to numbers before the model and after it, as ONNX operators. */
final class OnnxScaling {
    private final OnnxGraph graph;

    OnnxScaling(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Adds filling and scaling of inputs; returns the name of the result. */
    String inputs(Preprocessing preprocessing, String x) {
        String filled = x;
        if (preprocessing.missing() == Missing.FILL) {
            double[] fills = preprocessing.columns().stream()
                    .mapToDouble(column -> ((InputColumn.Numbers) column).fill().orElseThrow())
                    .toArray();
            filled = graph.node("Where", graph.node("IsNaN", x), graph.row("input.fill", fills), x);
        }
        String ready = filled;
        return preprocessing.scaler().map(scaler -> scaled(scaler, ready)).orElse(ready);
    }

    private String scaled(Scaler scaler, String x) {
        if (scaler instanceof Standardizer standardizer) {
            String centred = graph.node("Sub", x, graph.row("input.means", standardizer.means()));
            return graph.node("Div", centred, graph.row("input.deviations", standardizer.deviations()));
        }
        MinMax minMax = (MinMax) scaler;
        String shifted = graph.node("Sub", x, graph.row("input.minima", minMax.minima()));
        String share = graph.node("Div", shifted, graph.row("input.spans", spans(minMax)));
        String range = graph.number(minMax.high() - minMax.low());
        return graph.node("Add", graph.node("Mul", share, range), graph.number(minMax.low()));
    }

    /** Adds the way back of outputs that are scaled numbers; returns the name of the result. */
    String outputs(Preprocessing preprocessing, String y) {
        return preprocessing
                .target()
                .scaler()
                .map(scaler -> unscaled(scaler, y))
                .orElse(y);
    }

    private String unscaled(Scaler scaler, String y) {
        if (scaler instanceof Standardizer standardizer) {
            String stretched = graph.node("Mul", y, graph.row("output.deviations", standardizer.deviations()));
            return graph.node("Add", stretched, graph.row("output.means", standardizer.means()));
        }
        MinMax minMax = (MinMax) scaler;
        String shifted = graph.node("Sub", y, graph.number(minMax.low()));
        String share = graph.node("Div", shifted, graph.number(minMax.high() - minMax.low()));
        String stretched = graph.node("Mul", share, graph.row("output.spans", spans(minMax)));
        return graph.node("Add", stretched, graph.row("output.minima", minMax.minima()));
    }

    private static double[] spans(MinMax minMax) {
        double[] spans = minMax.maxima();
        double[] minima = minMax.minima();
        Arrays.setAll(spans, j -> spans[j] == minima[j] ? 1 : spans[j] - minima[j]);
        return spans;
    }
}
