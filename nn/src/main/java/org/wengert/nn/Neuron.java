package org.wengert.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * One weighted sum and its activation: {@code f(x . w + b)}. Inputs {@code [inputs]} give one number of shape
 * {@code []}, a batch {@code [batch, inputs]} gives {@code [batch]}. Parameters are zero until initialised.
 */
public final class Neuron implements Model {
    private final Affine affine;
    private final Activation activation;

    private Neuron(Affine affine, Activation activation) {
        this.affine = affine;
        this.activation = activation;
    }

    /** A neuron; the variables {@code weight [inputs]} and {@code bias []} belong to the engine. */
    public static Neuron of(Engine engine, int inputs, Activation activation) {
        Layer.checkSize("neuron", "inputs", inputs);
        return new Neuron(Affine.zeros(engine, Shape.of(inputs), Shape.SCALAR), activation);
    }

    /** The same neuron with the same variables, its sum starting with the bias; see {@link Layer#biasFirst()}. */
    public Neuron biasFirst() {
        return new Neuron(affine.biasFirst(), activation);
    }

    /** Draws weights as suits the activation, and sets the bias to 0; returns this. */
    public Neuron initialize(long seed) {
        return initialize(Randoms.seeded(seed));
    }

    @Override
    public Neuron initialize(RandomGenerator random) {
        return initialize(activation.initializer(), Initializer.ZEROS, random);
    }

    /** Draws the weights in order, then the bias; returns this. */
    public Neuron initialize(Initializer weights, Initializer bias, RandomGenerator random) {
        affine.initialize(weights, bias, random);
        return this;
    }

    /** Sets the weights in order, then the bias; returns this. */
    public Neuron setParameters(double... parameters) {
        Layer.checkParameters(affine.name("neuron"), parameterCount(), parameters);
        affine.set(parameters, 0);
        return this;
    }

    /**
     * Refused: files hold layers.
     *
     * @throws ModelException always; it says what to use
     */
    @Override
    public Blueprint blueprint() {
        throw new ModelException("blueprint: a neuron alone is not saved or exported; use Layer.of(engine, " + inputs()
                + ", 1, ...) with the same parameters, which gives the same numbers as [1] or [batch, 1]");
    }

    @Override
    public Value forward(Value x) {
        return activation.apply(affine.sums("neuron", x));
    }

    @Override
    public List<Variable> variables() {
        return List.of(affine.weight(), affine.bias());
    }

    @Override
    public Engine engine() {
        return affine.weight().engine();
    }

    /** How many inputs it takes. */
    public int inputs() {
        return affine.inputs();
    }

    /** What it does to its sum. */
    public Activation activation() {
        return activation;
    }
}
