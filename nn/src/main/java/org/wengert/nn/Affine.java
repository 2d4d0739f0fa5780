package org.wengert.nn;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ShapeException;
import org.wengert.op.Linear;

/**
 * Weighted sums {@code x W^T + b}, the part that a neuron and a layer share: checks of the inputs, the order of
 * summation, and the flat order of parameters, neuron by neuron, a neuron's weights before its bias.
 */
final class Affine {
    private final int inputs;
    private final Variable weight;
    private final Variable bias;
    private final boolean biasFirst;

    /**
     * Sums with the bias added last, or standing first in the sum.
     *
     * @param weight {@code [outputs, inputs]}, or {@code [inputs]} for a single sum
     * @param bias   {@code [outputs]}, or {@code []}
     */
    Affine(Variable weight, Variable bias, boolean biasFirst) {
        this.inputs = weight.shape().dim(weight.shape().rank() - 1);
        this.weight = weight;
        this.bias = bias;
        this.biasFirst = biasFirst;
    }

    static Affine zeros(Engine engine, Shape weight, Shape bias) {
        return new Affine(
                engine.variable(weight, new double[weight.size()]).label("weight"),
                engine.variable(bias, new double[bias.size()]).label("bias"),
                false);
    }

    Affine biasFirst() {
        return new Affine(weight, bias, true);
    }

    boolean isBiasFirst() {
        return biasFirst;
    }

    Variable weight() {
        return weight;
    }

    Variable bias() {
        return bias;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return bias.shape().size();
    }

    int parameterCount() {
        return outputs() * (inputs + 1);
    }

    /** How messages name it: as its variables are named within a network, or what it is if they are not. */
    String name(String alone) {
        return Names.owner(weight, alone);
    }

    /** The sums; {@code alone} as for {@link #name}. */
    Value sums(String alone, Value x) {
        check(alone, x.shape());
        return biasFirst ? biasFirst(x) : x.linear(weight, bias);
    }

    /** A whole layer, of sums to which the bias is added last. */
    Value layer(Linear layer, String alone, Value x) {
        check(alone, x.shape());
        return x.engine().apply(layer, x, weight, bias);
    }

    /** The bias as the weight of an input that is always 1: products are added up in index order, so it comes first. */
    private Value biasFirst(Value x) {
        Engine engine = weight.engine();
        int[] column = x.shape().dims();
        column[column.length - 1] = 1;
        double[] ones = new double[x.shape().rank() == 1 ? 1 : column[0]];
        Arrays.fill(ones, 1);
        Value extended = engine.concat(-1, engine.constant(Shape.of(column), ones), x);
        int[] biasColumn = weight.shape().dims();
        biasColumn[biasColumn.length - 1] = 1;
        return extended.matmul(engine.concat(-1, bias.reshape(biasColumn), weight), false, true);
    }

    private void check(String alone, Shape x) {
        if (x.rank() < 1 || x.rank() > 2) {
            throw new ShapeException(name(alone) + ": inputs must have shape [" + inputs + "] or [batch, " + inputs
                    + "]: they have " + x);
        }
        if (x.dim(x.rank() - 1) != inputs) {
            throw new ArityException(name(alone) + ": wrong number of inputs: it takes " + inputs + ", got "
                    + x.dim(x.rank() - 1) + " in shape " + x);
        }
    }

    void initialize(Initializer weights, Initializer biases, RandomGenerator random) {
        double[] flat = new double[parameterCount()];
        Initializer ofWeights = weights.forLayer(inputs, outputs(), random);
        for (int i = 0; i < flat.length; i++) {
            Initializer initializer = i % (inputs + 1) == inputs ? biases : ofWeights;
            flat[i] = initializer.draw(inputs, outputs(), random);
        }
        set(flat, 0);
    }

    /** Takes the parameters from a flat array; returns the position after them. */
    int set(double[] flat, int from) {
        double[] weights = new double[outputs() * inputs];
        double[] biases = new double[outputs()];
        for (int neuron = 0; neuron < outputs(); neuron++) {
            int at = from + neuron * (inputs + 1);
            System.arraycopy(flat, at, weights, neuron * inputs, inputs);
            biases[neuron] = flat[at + inputs];
        }
        weight.set(weights);
        bias.set(biases);
        return from + parameterCount();
    }

    /** Lays numbers of the weights' and the bias' shape into a flat array; returns the position after them. */
    int flatten(double[] weights, double[] biases, double[] flat, int from) {
        for (int neuron = 0; neuron < outputs(); neuron++) {
            int at = from + neuron * (inputs + 1);
            System.arraycopy(weights, neuron * inputs, flat, at, inputs);
            flat[at + inputs] = biases[neuron];
        }
        return from + parameterCount();
    }
}
