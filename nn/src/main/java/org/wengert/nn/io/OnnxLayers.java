package org.wengert.nn.io;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wengert.nn.Blueprint;

/** Layers as ONNX operators. */
final class OnnxLayers {
    private final OnnxGraph graph;
    private final Map<String, Tensor> tensors;

    OnnxLayers(OnnxGraph graph, Map<String, Tensor> tensors) {
        this.graph = graph;
        this.tensors = tensors;
    }

    /** Adds a layer whose variables' names begin so; returns the name of its result. */
    String add(String prefix, Blueprint blueprint, String x) {
        if (blueprint instanceof Blueprint.Sequential sequential) {
            String y = x;
            for (int i = 0; i < sequential.layers().size(); i++) {
                y = add(prefix + "layers." + i + ".", sequential.layers().get(i), y);
            }
            return y;
        }
        if (blueprint instanceof Blueprint.Residual residual) {
            return graph.node("Add", x, add(prefix + "inner.", residual.inner(), x));
        }
        if (blueprint instanceof Blueprint.Dense dense) {
            String sums = graph.node(
                    "Gemm",
                    List.of(OnnxGraph.whole("transB", 1)),
                    x,
                    variable(prefix + "weight"),
                    variable(prefix + "bias"));
            return new OnnxActivations(graph).add(dense.activation(), sums);
        }
        if (blueprint instanceof Blueprint.LayerNorm norm) {
            return layerNorm(prefix, norm, x);
        }
        if (blueprint instanceof Blueprint.BatchNorm1d norm) {
            return batchNorm(prefix, norm, x);
        }
        return x; // dropout, which is for training alone
    }

    /** NOTE: the operator takes its epsilon in single precision, and may compute in it whatever the type of its input. */
    private String layerNorm(String prefix, Blueprint.LayerNorm norm, String x) {
        String weight = variable(prefix + "weight");
        String bias = variable(prefix + "bias");
        if (graph.precision() == Precision.FLOAT32) {
            return graph.node(
                    "LayerNormalization",
                    List.of(OnnxGraph.whole("axis", -1), OnnxGraph.real("epsilon", norm.eps())),
                    x,
                    weight,
                    bias);
        }
        String centred = graph.node("Sub", x, mean(x));
        String variance = mean(graph.node("Mul", centred, centred));
        String deviation = graph.node("Sqrt", graph.node("Add", variance, graph.number(norm.eps())));
        return scaled(graph.node("Div", centred, deviation), weight, bias);
    }

    private String mean(String x) {
        return graph.node("ReduceMean", List.of(OnnxGraph.wholes("axes", -1), OnnxGraph.whole("keepdims", 1)), x);
    }

    /** NOTE: as with {@link #layerNorm}. */
    private String batchNorm(String prefix, Blueprint.BatchNorm1d norm, String x) {
        String weight = variable(prefix + "weight");
        String bias = variable(prefix + "bias");
        String mean = variable(prefix + "running_mean");
        if (graph.precision() == Precision.FLOAT32) {
            return graph.node(
                    "BatchNormalization",
                    List.of(OnnxGraph.real("epsilon", norm.eps())),
                    x,
                    weight,
                    bias,
                    mean,
                    variable(prefix + "running_var"));
        }
        double[] deviations = tensor(prefix + "running_var").data();
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.sqrt(deviations[i] + norm.eps());
        }
        String deviation = graph.row(prefix + "deviation", deviations);
        return scaled(graph.node("Div", graph.node("Sub", x, mean), deviation), weight, bias);
    }

    private String scaled(String x, String weight, String bias) {
        return graph.node("Add", graph.node("Mul", x, weight), bias);
    }

    private String variable(String name) {
        return graph.tensor(name, tensor(name));
    }

    private Tensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }
}
