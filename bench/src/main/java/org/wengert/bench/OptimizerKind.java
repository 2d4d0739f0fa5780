package org.wengert.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wengert.Variable;
import org.wengert.nn.optim.AdaGrad;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Group;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.RmsProp;
import org.wengert.nn.optim.Sgd;

/** The optimisers that the command line offers, each with its usual constants. */
enum OptimizerKind {
    /** Gradient descent. */
    SGD(0.1, Sgd::new),
    /** Descent with momentum 0.9. */
    MOMENTUM(0.02, (variables, rate) -> new Sgd(variables, rate, 0.9)),
    /** Nesterov's form of it. */
    NESTEROV(0.02, (variables, rate) -> new Sgd(rate, Sgd.Settings.nesterov(0.9), Group.of(variables))),
    /** AdaGrad. */
    ADAGRAD(0.05, AdaGrad::new),
    /** RMSProp. */
    RMSPROP(0.003, RmsProp::new),
    /** Adam. */
    ADAM(0.003, Adam::new),
    /** Adam that takes the largest second moment so far. */
    AMSGRAD(0.003, (variables, rate) -> new Adam(rate, Adam.Settings.USUAL.amsgrad(true), Group.of(variables))),
    /** Adam with decoupled weight decay of 0.01. */
    ADAMW(0.003, Adam::adamW);

    /** Makes one. */
    private interface Maker {
        Optimizer of(List<Variable> variables, double learningRate);
    }

    private final double usualRate;
    private final Maker maker;

    OptimizerKind(double usualRate, Maker maker) {
        this.usualRate = usualRate;
        this.maker = maker;
    }

    /** An optimiser of this kind. */
    Optimizer of(List<Variable> variables, double learningRate) {
        return maker.of(variables, learningRate);
    }

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
