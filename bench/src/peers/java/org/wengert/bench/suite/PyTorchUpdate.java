package org.wengert.bench.suite;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule in array operations that change the parameters in place. DJL's own optimisers keep arrays that a scope closes
 * under them.
 */
final class PyTorchUpdate {
    private static final double BETA1 = LoopKernels.BETA1;
    private static final double BETA2 = LoopKernels.BETA2;

    private final Workload.Rule rule;
    private final double rate;
    private final List<NDArray> parameters = new ArrayList<>();
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private int t;

    PyTorchUpdate(PyTorchNetwork network, Workload.Rule rule, double rate) {
        this.rule = rule;
        this.rate = rate;
        parameters.addAll(network.weights());
        parameters.addAll(network.biases());
        if (rule == Workload.Rule.ADAM) {
            parameters.forEach(parameter -> {
                means.add(parameter.zerosLike());
                squares.add(parameter.zerosLike());
            });
        }
    }

    /** Moves every parameter by its gradient, which is then zero. */
    void run() {
        t++;
        for (int i = 0; i < parameters.size(); i++) {
            NDArray gradient = parameters.get(i).getGradient();
            if (rule == Workload.Rule.ADAM) {
                adam(parameters.get(i), gradient, means.get(i), squares.get(i));
            } else {
                parameters.get(i).subi(gradient.mul(rate));
            }
            PyTorchNetwork.clear(gradient);
        }
    }

    private void adam(NDArray w, NDArray g, NDArray m, NDArray v) {
        m.muli(BETA1).addi(g.mul(1 - BETA1));
        v.muli(BETA2).addi(g.square().muli(1 - BETA2));
        double root = Math.sqrt(1 - Math.pow(BETA2, t));
        NDArray size = v.sqrt().divi(root).addi(LoopKernels.EPS);
        w.subi(m.mul(rate / (1 - Math.pow(BETA1, t))).divi(size));
    }
}
