package org.wengert.bench.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/** The sum of squared errors of a relu network with one output, written number by number with scalar values. */
final class ScalarNetwork implements AutoCloseable {
    private final Engine engine;
    private final Workload workload;
    private final int[] offsets;
    private final Variable[] parameters;
    private final Value[][] inputs;
    private final Value[] targets;

    /** Closes the engine in the end. */
    ScalarNetwork(Engine engine, Workload workload, Problem problem) {
        this.engine = engine;
        this.workload = workload;
        offsets = workload.offsets();
        parameters =
                Arrays.stream(problem.parameters()).mapToObj(engine::variable).toArray(Variable[]::new);
        inputs = Arrays.stream(Problem.rows(problem.inputs(), workload.inputs(0)))
                .map(this::constants)
                .toArray(Value[][]::new);
        targets = constants(problem.targets());
    }

    private Value[] constants(double... numbers) {
        return Arrays.stream(numbers).mapToObj(engine::constant).toArray(Value[]::new);
    }

    Scope scope() {
        return engine.scope();
    }

    /** The loss, recorded in the scope that is open. */
    Value record() {
        Value loss = squaredError(0);
        for (int sample = 1; sample < inputs.length; sample++) {
            loss = loss.add(squaredError(sample));
        }
        return loss;
    }

    private Value squaredError(int sample) {
        Value[] x = inputs[sample];
        for (int layer = 0; layer < workload.layers(); layer++) {
            Value[] y = new Value[workload.outputs(layer)];
            for (int neuron = 0; neuron < y.length; neuron++) {
                Value sum = sum(x, offsets[layer] + neuron * (x.length + 1));
                y[neuron] = layer == workload.layers() - 1 ? sum : sum.relu();
            }
            x = y;
        }
        return x[0].sub(targets[sample]).square();
    }

    private Value sum(Value[] x, int at) {
        Value sum = parameters[at].mul(x[0]);
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(parameters[at + i].mul(x[i]));
        }
        return sum.add(parameters[at + x.length]);
    }

    void zeroGrad() {
        for (Variable parameter : parameters) {
            parameter.zeroGrad();
        }
    }

    /** The gradient of every parameter, as the last backward calls left it. */
    double[] gradients() {
        return Arrays.stream(parameters)
                .mapToDouble(parameter -> parameter.grad().item())
                .toArray();
    }

    /** The operations of one recording of the loss; the graph is walked, so not for the clock. */
    int operations() {
        try (Scope scope = scope()) {
            List<Value> open = new ArrayList<>(List.of(record()));
            Set<Value> seen = new HashSet<>(open);
            int operations = 0;
            while (!open.isEmpty()) {
                Value value = open.remove(open.size() - 1);
                operations += value.op().isPresent() ? 1 : 0;
                value.operands().stream().filter(seen::add).forEach(open::add);
            }
            return operations;
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
