package org.wengert.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.tck.example.ListEngineProvider;

/** Graphs to draw, each already differentiated. */
final class Graphs {
    private Graphs() {}

    /** The worked example of an engine. */
    static Engine open() {
        return Engines.open(new ListEngineProvider(), Configuration.ofProcess());
    }

    /** {@code (a*b + c) * f}. */
    static Value expression(Engine engine) {
        Value product = engine.variable(2)
                .label("a")
                .mul(engine.variable(-3).label("b"))
                .label("e");
        Value sum = product.add(engine.variable(10).label("c")).label("d");
        return differentiated(sum.mul(engine.variable(-2).label("f")).label("L"));
    }

    /** A neuron with two inputs. */
    static Value neuron(Engine engine) {
        Value left = engine.variable(2)
                .label("x1")
                .mul(engine.variable(-3).label("w1"))
                .label("x1*w1");
        Value right = engine.variable(0)
                .label("x2")
                .mul(engine.variable(1).label("w2"))
                .label("x2*w2");
        Value sum = left.add(right).label("x1*w1 + x2*w2");
        Value n = sum.add(engine.variable(6.8813735870195432).label("b")).label("n");
        return differentiated(n.tanh().label("o"));
    }

    /** A network of single numbers. */
    static Value network(Engine engine, int inputs, int... layers) {
        List<List<Value>> signals = signals(engine, inputs, layers);
        return differentiated(signals.get(layers.length).get(0));
    }

    /** The same with each layer folded. */
    static Drawing folded(Engine engine, int inputs, int... layers) {
        List<List<Value>> signals = signals(engine, inputs, layers);
        Drawing drawing = Drawing.of(differentiated(signals.get(layers.length).get(0)));
        for (int i = 0; i < layers.length; i++) {
            drawing = drawing.fold("layer " + i, signals.get(i + 1), signals.get(i));
        }
        return drawing;
    }

    /** Inputs, and what each layer makes of those before. */
    private static List<List<Value>> signals(Engine engine, int inputs, int... layers) {
        Random random = new Random(42);
        List<Value> signals = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            signals.add(engine.constant(random.nextGaussian()));
        }
        List<List<Value>> all = new ArrayList<>(List.of(signals));
        for (int neurons : layers) {
            List<Value> outputs = new ArrayList<>();
            for (int i = 0; i < neurons; i++) {
                Value sum = engine.variable(0);
                for (Value signal : signals) {
                    sum = sum.add(signal.mul(engine.variable(random.nextGaussian())));
                }
                outputs.add(sum.tanh());
            }
            all.add(outputs);
            signals = outputs;
        }
        return all;
    }

    /** Operations one after another, each with a constant and every third with a variable that all of them read. */
    static Value chain(Engine engine, int operations) {
        Value x = engine.variable(0.5).label("x");
        Value y = x;
        for (int i = 0; i < operations; i++) {
            y = i % 3 == 0 ? y.mul(x) : y.add(0.25);
        }
        return differentiated(y);
    }

    /** Values made of any two of those before them. */
    static Value bush(Engine engine, int operations, long seed) {
        Random random = new Random(seed);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            values.add(engine.variable(random.nextGaussian()).label("v" + i));
        }
        for (int i = 0; i < operations; i++) {
            Value left = values.get(values.size() - 1 - random.nextInt(Math.min(3, values.size())));
            Value right = values.get(random.nextInt(values.size()));
            values.add(random.nextInt(4) == 0 ? left.tanh() : left.mul(right));
        }
        return differentiated(values.get(values.size() - 1));
    }

    private static Value differentiated(Value root) {
        root.backward();
        return root;
    }
}
