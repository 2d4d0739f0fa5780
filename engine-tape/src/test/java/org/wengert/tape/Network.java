package org.wengert.tape;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;

/** Dense layers with tanh on random numbers, trained by plain descent with momentum. */
final class Network {
    private final Engine engine;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> memories = new ArrayList<>();
    private final Value inputs;
    private final UpdateRule rule = this::next;

    Network(Engine engine, int samples, int... widths) {
        this.engine = engine;
        Random random = new Random(1);
        for (int i = 1; i < widths.length; i++) {
            addVariable(random, Shape.of(widths[i - 1], widths[i]));
            addVariable(random, Shape.of(widths[i]));
        }
        inputs = engine.constant(
                Shape.of(samples, widths[0]),
                random.doubles((long) samples * widths[0], -1, 1).toArray());
    }

    private void addVariable(Random random, Shape shape) {
        double[] data = random.doubles(shape.size(), -0.1, 0.1).toArray();
        variables.add(engine.variable(shape, data));
        memories.add(engine.variable(shape, new double[data.length]));
    }

    /** Refers to this, as an optimiser's rule does, so that who keeps the rule keeps the model. */
    private Value[] next(Value w, Value g, Value[] state, Value[] numbers) {
        Value m = state[0].mul(numbers.length * 0.5).add(g);
        return new Value[] {w.sub(m.mul(numbers[0])), m};
    }

    void step() {
        try (Scope scope = engine.scope()) {
            Value y = inputs;
            for (int i = 0; i < variables.size(); i += 2) {
                y = y.matmul(variables.get(i)).add(variables.get(i + 1)).tanh();
            }
            y.square().mean().backward();
        }
        for (int i = 0; i < variables.size(); i++) {
            engine.update(rule, variables.get(i), List.of(memories.get(i)), 0.01);
            variables.get(i).zeroGrad();
        }
    }

    /** All variables and memories, and the arrays of those that are large. */
    List<WeakReference<Object>> parts() {
        List<WeakReference<Object>> parts = new ArrayList<>();
        variables.forEach(variable -> addParts(variable, parts));
        memories.forEach(memory -> addParts(memory, parts));
        return parts;
    }

    private static void addParts(Variable variable, List<WeakReference<Object>> parts) {
        parts.add(new WeakReference<>(variable));
        if (variable.shape().size() > Storage.SMALL) {
            parts.add(new WeakReference<>(((TapeVariable<?>) variable).storage.numbers));
            parts.add(new WeakReference<>(((TapeVariable<?>) variable).storage.gradients()));
        }
    }
}
