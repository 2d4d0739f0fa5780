package org.wengert.nn.predict;

import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.io.ModelFile;

/** An engine and a model on it, for one caller at a time. */
final class Worker implements AutoCloseable {
    private final Engine engine;
    private final Model model;
    /** What gradients are taken by; made when first asked for, as it lives as long as the engine. */
    private @Nullable Variable inputs;

    private Worker(Engine engine, Model model) {
        this.engine = engine;
        this.model = model;
    }

    static Worker of(ModelFile file, Engine engine) {
        try {
            return new Worker(engine, file.build(engine));
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    /** The outputs for the inputs of some samples, row-major both. */
    double[] outputs(Shape shape, double... rows) {
        try (Scope scope = engine.inference()) {
            return model.forward(engine.constant(shape, rows)).data();
        }
    }

    /** The gradient of one output by the inputs of a sample. */
    double[] gradient(int output, double... row) {
        try (Scope scope = engine.scope()) {
            Variable x = inputs;
            if (x == null || x.shape().size() != row.length) {
                x = engine.variable(Shape.of(row.length), row);
                inputs = x;
            } else {
                x.set(row);
            }
            Value y = model.forward(x);
            int outputs = y.shape().size();
            if (output < 0 || output >= outputs) {
                throw new ModelException(
                        "saliency: no such output: " + output + ": there are " + outputs + ", counted from 0");
            }
            double[] seed = new double[outputs];
            seed[output] = 1;
            y.backward(seed);
            return x.grad().data();
        } finally {
            Variable x = inputs;
            if (x != null) {
                x.zeroGrad();
            }
            model.variables().forEach(Variable::zeroGrad);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
