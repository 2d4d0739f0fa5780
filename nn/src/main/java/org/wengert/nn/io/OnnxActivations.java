package org.wengert.nn.io;

import java.util.List;
import org.wengert.nn.Activation;
import org.wengert.nn.ModelException;

/** Activations as ONNX operators, composed of others where there is none, or none in double precision. */
final class OnnxActivations {
    private static final double LEAK = 0.01;

    private final OnnxGraph graph;
    private final boolean single;

    OnnxActivations(OnnxGraph graph) {
        this.graph = graph;
        this.single = graph.precision() == Precision.FLOAT32;
    }

    /** Adds an activation; returns the name of its result. */
    String add(Activation activation, String x) {
        if (!Activation.table().contains(activation)) {
            throw new ModelException("onnx: activation is one's own: no operators are known for '" + activation + "'");
        }
        return switch (activation.name()) {
            case "linear" -> x;
            case "tanh" -> graph.node("Tanh", x);
            case "relu" -> graph.node("Relu", x);
            case "sigmoid" -> graph.node("Sigmoid", x);
            case "leakyRelu" -> leakyRelu(x);
            case "elu" -> elu(x);
            case "softplus" -> softplus(x);
            case "gelu" -> gelu(x);
            case "geluTanh" -> geluTanh(x);
            case "silu" -> silu(x);
            default -> throw new IllegalStateException("no operators for the table's own " + activation);
        };
    }

    private String leakyRelu(String x) {
        return single
                ? graph.node("LeakyRelu", List.of(OnnxGraph.real("alpha", LEAK)), x)
                : graph.node("Max", x, graph.node("Mul", x, graph.number(LEAK)));
    }

    private String elu(String x) {
        if (single) {
            return graph.node("Elu", List.of(OnnxGraph.real("alpha", 1)), x);
        }
        String below = graph.node("Exp", graph.node("Min", x, graph.number(0)));
        return graph.node("Add", graph.node("Relu", x), graph.node("Sub", below, graph.number(1)));
    }

    private String softplus(String x) {
        if (single) {
            return graph.node("Softplus", x);
        }
        String tail = graph.node("Exp", graph.node("Neg", graph.node("Abs", x)));
        return graph.node("Add", graph.node("Relu", x), graph.node("Log", graph.node("Add", tail, graph.number(1))));
    }

    /** NOTE: ONNX Runtime makes one operator of such a product, for which it has no kernel in double precision. */
    private String silu(String x) {
        if (single) {
            return graph.node("Mul", x, graph.node("Sigmoid", x));
        }
        return graph.node("Div", x, graph.node("Add", graph.node("Exp", graph.node("Neg", x)), graph.number(1)));
    }

    /** {@code x/2 (1 + erf(x / sqrt 2))}; without an erf {@code relu(x) - |x| Phi(-|x|)}. */
    private String gelu(String x) {
        if (single) {
            String erf = graph.node("Erf", graph.node("Mul", x, graph.number(Math.sqrt(0.5))));
            return half(x, erf);
        }
        String size = graph.node("Min", graph.node("Abs", x), graph.number(NormalTail.REACH));
        return graph.node("Sub", graph.node("Relu", x), graph.node("Mul", size, tail(size)));
    }

    /** {@link NormalTail} by Horner's rule. */
    private String tail(String a) {
        String centre = graph.number(NormalTail.CENTRE);
        String t = graph.node("Div", graph.node("Sub", a, centre), graph.node("Add", a, centre));
        String u = graph.node(
                "Add", graph.node("Mul", t, graph.number(NormalTail.FACTOR)), graph.number(NormalTail.FACTOR - 1));
        double[] coefficients = NormalTail.coefficients();
        String sum = graph.number(coefficients[coefficients.length - 1]);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            sum = graph.node("Add", graph.node("Mul", sum, u), graph.number(coefficients[k]));
        }
        String bell = graph.node("Exp", graph.node("Mul", graph.node("Mul", a, a), graph.number(-0.5)));
        return graph.node("Mul", bell, sum);
    }

    /** {@code x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))}. */
    private String geluTanh(String x) {
        String cube = graph.node("Mul", x, graph.node("Mul", x, x));
        String inner = graph.node("Add", x, graph.node("Mul", cube, graph.number(0.044715)));
        return half(x, graph.node("Tanh", graph.node("Mul", inner, graph.number(Math.sqrt(2 / Math.PI)))));
    }

    private String half(String x, String share) {
        String factor = graph.node("Add", share, graph.number(1));
        return graph.node("Mul", graph.node("Mul", x, graph.number(0.5)), factor);
    }
}
