package org.wengert.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wengert.Variable;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** The optimisers that the command line offers. */
enum OptimizerKind {
    /** Gradient descent. */
    SGD(0.1) {
        @Override
        Optimizer of(List<Variable> variables, double learningRate) {
            return new Sgd(variables, learningRate);
        }
    },
    /** Adam with its usual constants. */
    ADAM(0.003) {
        @Override
        Optimizer of(List<Variable> variables, double learningRate) {
            return new Adam(variables, learningRate);
        }
    };

    private final double usualRate;

    OptimizerKind(double usualRate) {
        this.usualRate = usualRate;
    }

    /** An optimiser of this kind. */
    abstract Optimizer of(List<Variable> variables, double learningRate);

    /** A learning rate that often works, for where a data set's own is meant for another optimiser. */
    double usualRate() {
        return usualRate;
    }

    /** All of them by the name they have on the command line. */
    static Map<String, OptimizerKind> byName() {
        Map<String, OptimizerKind> byName = new LinkedHashMap<>();
        for (OptimizerKind kind : values()) {
            byName.put(kind.toString(), kind);
        }
        return byName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
