package org.wengert.nn;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Linear;

/**
 * A dense layer: {@code f(x W^T + b)} with {@code W [outputs, inputs]} and {@code b [outputs]}, as PyTorch lays them
 * out. Inputs {@code [inputs]} give {@code [outputs]}, also where there is one output, and a batch
 * {@code [batch, inputs]} gives {@code [batch, outputs]}. Parameters are zero until initialised.
 *
 * <p>A sum is taken over the inputs in order, and the bias is added last.
 */
public final class Layer implements Model {
    private final Affine affine;
    private final Activation activation;

    /** Sums and activation as one operation, if they are one. */
    private final Optional<Linear> whole;

    private Layer(Affine affine, Activation activation) {
        this.affine = affine;
        this.activation = activation;
        whole = affine.isBiasFirst() ? Optional.empty() : activation.operation().map(Linear::with);
    }

    /** A layer; the variables {@code weight} and {@code bias} belong to the engine. */
    public static Layer of(Engine engine, int inputs, int outputs, Activation activation) {
        checkSize("layer", "inputs", inputs);
        checkSize("layer", "outputs", outputs);
        return new Layer(Affine.zeros(engine, Shape.of(outputs, inputs), Shape.of(outputs)), activation);
    }

    static void checkSize(String who, String what, int size) {
        if (size < 1) {
            throw new ModelException(who + ": " + what + " must be at least 1: got " + size);
        }
    }

    static void checkParameters(String who, int needed, double... parameters) {
        if (parameters.length != needed) {
            throw new ModelException(
                    who + ": wrong number of parameters: it has " + needed + ", got " + parameters.length);
        }
    }

    /**
     * The same layer with the same variables, but each sum starting with the bias, to which products are added in
     * order. The numbers differ in their last digits; runs published in that order are replayed with it. Slower.
     */
    public Layer biasFirst() {
        return new Layer(affine.biasFirst(), activation);
    }

    /** Draws weights as suits the activation, and sets biases to 0; returns this. */
    public Layer initialize(long seed) {
        return initialize(Randoms.seeded(seed));
    }

    @Override
    public Layer initialize(RandomGenerator random) {
        return initialize(activation.initializer(), Initializer.ZEROS, random);
    }

    /** Draws neuron by neuron, each neuron's weights in order and then its bias; returns this. */
    public Layer initialize(Initializer weights, Initializer biases, RandomGenerator random) {
        affine.initialize(weights, biases, random);
        return this;
    }

    /** Sets the parameters neuron by neuron, each neuron's weights in order and then its bias; returns this. */
    public Layer setParameters(double... parameters) {
        checkParameters(affine.name("layer"), parameterCount(), parameters);
        affine.set(parameters, 0);
        return this;
    }

    @Override
    public Value forward(Value x) {
        return whole.isPresent() ? affine.layer(whole.get(), "layer", x) : activation.apply(affine.sums("layer", x));
    }

    @Override
    public List<Variable> variables() {
        return List.of(affine.weight(), affine.bias());
    }

    @Override
    public Engine engine() {
        return affine.weight().engine();
    }

    /** Sizes and activation; that sums begin with the bias is not told. */
    @Override
    public Blueprint blueprint() {
        return new Blueprint.Dense(inputs(), outputs(), activation);
    }

    /** How many inputs it takes. */
    public int inputs() {
        return affine.inputs();
    }

    /** How many outputs it gives. */
    public int outputs() {
        return affine.outputs();
    }

    /** What it does to each sum. */
    public Activation activation() {
        return activation;
    }

    Affine affine() {
        return affine;
    }
}
