package org.wengert.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ShapeException;

/**
 * A model and a way around it: {@code x + f(x)}, where {@code f} keeps the shape (He et al. 2016). Its variables are
 * those of {@code f}, named {@code inner.weight} and so on.
 */
public final class Residual implements Model {
    private final Model inner;

    private Residual(Model inner) {
        this.inner = inner;
    }

    /** A way around this model; its variables are named anew. */
    public static Residual of(Model inner) {
        Names.prefix("inner.", inner, variable -> true);
        return new Residual(inner);
    }

    @Override
    public Value forward(Value x) {
        return forward(x, Pass.EVALUATION);
    }

    @Override
    public Value forward(Value x, Pass pass) {
        Value y = inner.forward(x, pass);
        if (!y.shape().equals(x.shape())) {
            throw new ShapeException("residual: the inner model must keep the shape: it made " + y.shape() + " of "
                    + x.shape() + "; give it as many outputs as inputs");
        }
        return x.add(y);
    }

    @Override
    public Residual initialize(RandomGenerator random) {
        inner.initialize(random);
        return this;
    }

    @Override
    public List<Variable> variables() {
        return inner.variables();
    }

    @Override
    public List<Variable> buffers() {
        return inner.buffers();
    }

    @Override
    public Engine engine() {
        return inner.engine();
    }

    @Override
    public Blueprint blueprint() {
        return new Blueprint.Residual(inner.blueprint());
    }

    /** What is gone around. */
    public Model inner() {
        return inner;
    }
}
