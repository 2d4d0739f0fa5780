package org.wengert.nn;

import java.util.Arrays;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ShapeException;

/** What normalisers share: {@code (x - mean) / sqrt(variance + eps) * weight + bias}, and checks of what goes in. */
final class Scaling {
    private final String kind;
    private final Variable weight;
    private final Variable bias;
    private final double eps;

    Scaling(String kind, Engine engine, int size, double eps) {
        this.kind = kind;
        Layer.checkSize(kind, "size", size);
        if (!(eps > 0 && eps <= Double.MAX_VALUE)) {
            throw new ModelException(kind + ": eps must be a finite number above 0: got " + eps);
        }
        this.eps = eps;
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        this.weight = engine.variable(Shape.of(size), ones).label("weight");
        this.bias = engine.variable(Shape.of(size), new double[size]).label("bias");
    }

    void check(Shape x) {
        String who = name();
        if (x.rank() < 1 || x.rank() > 2) {
            throw new ShapeException(
                    who + ": inputs must have shape [" + size() + "] or [batch, " + size() + "]: they have " + x);
        }
        if (x.dim(x.rank() - 1) != size()) {
            throw new ArityException(who + ": wrong number of inputs: it takes " + size() + ", got "
                    + x.dim(x.rank() - 1) + " in shape " + x);
        }
    }

    /** How messages name it. */
    String name() {
        return Names.owner(weight, kind);
    }

    Value apply(Value centred, Value variance) {
        return centred.div(variance.add(eps).sqrt()).mul(weight).add(bias);
    }

    List<Variable> variables() {
        return List.of(weight, bias);
    }

    Engine engine() {
        return weight.engine();
    }

    int size() {
        return weight.shape().size();
    }

    double eps() {
        return eps;
    }
}
