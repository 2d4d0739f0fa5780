package org.wengert.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ShapeException;

/**
 * A multilayer perceptron: dense layers one after another. Its variables are {@code layers.0.weight},
 * {@code layers.0.bias}, {@code layers.1.weight} and so on. Parameters are zero until initialised.
 */
public final class Mlp implements Model {
    private final Engine engine;
    private final List<Layer> layers;

    private Mlp(Engine engine, List<Layer> layers) {
        this.engine = engine;
        this.layers = List.copyOf(layers);
    }

    /**
     * A network with one activation in all layers but the last, which is linear.
     *
     * @param sizes how many outputs each layer has
     * @throws ModelException if there is no layer, or one without outputs
     */
    public static Mlp of(Engine engine, int inputs, Activation hidden, int... sizes) {
        List<Activation> activations = new ArrayList<>(Collections.nCopies(sizes.length, hidden));
        if (sizes.length > 0) {
            activations.set(sizes.length - 1, Activation.LINEAR);
        }
        return of(engine, inputs, activations, sizes);
    }

    /**
     * A network with an activation for each layer.
     *
     * @param sizes how many outputs each layer has
     * @throws ModelException if there is no layer, one without outputs, or not one activation a layer
     */
    public static Mlp of(Engine engine, int inputs, List<Activation> activations, int... sizes) {
        if (sizes.length == 0) {
            throw new ModelException(
                    "mlp: no layers: the list of sizes is empty; name the size of each layer, the last one's the"
                            + " number of outputs");
        }
        if (activations.size() != sizes.length) {
            throw new ModelException("mlp: one activation a layer is needed: " + sizes.length + " layers, got "
                    + activations.size() + " activations");
        }
        Layer.checkSize("mlp", "inputs", inputs);
        for (int i = 0; i < sizes.length; i++) {
            Layer.checkSize("mlp", "outputs of layer " + i, sizes[i]);
        }
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < sizes.length; i++) {
            Layer layer = Layer.of(engine, width, sizes[i], activations.get(i));
            Names.prefix("layers." + i + ".", layer, variable -> true);
            layers.add(layer);
            width = sizes[i];
        }
        return new Mlp(engine, layers);
    }

    /** The same network with the same variables, sums starting with the bias; see {@link Layer#biasFirst()}. */
    public Mlp biasFirst() {
        return new Mlp(engine, layers.stream().map(Layer::biasFirst).collect(Collectors.toList()));
    }

    /**
     * Draws weights as suits each layer's activation ({@link Activation#initializer()}), and sets biases to 0; returns
     * this. One seed gives the same numbers on every engine.
     */
    public Mlp initialize(long seed) {
        return initialize(Randoms.seeded(seed));
    }

    @Override
    public Mlp initialize(RandomGenerator random) {
        layers.forEach(layer -> layer.initialize(random));
        return this;
    }

    /** Draws all weights by one rule and sets biases to 0; returns this. */
    public Mlp initialize(Initializer weights, RandomGenerator random) {
        return initialize(weights, Initializer.ZEROS, random);
    }

    /** Draws layer by layer and neuron by neuron, each neuron's weights in order and then its bias; returns this. */
    public Mlp initialize(Initializer weights, Initializer biases, RandomGenerator random) {
        layers.forEach(layer -> layer.initialize(weights, biases, random));
        return this;
    }

    /**
     * Sets all parameters, layer by layer and neuron by neuron, each neuron's weights in order and then its bias;
     * returns this.
     *
     * @throws ModelException if there are more or fewer
     */
    public Mlp setParameters(double... parameters) {
        Layer.checkParameters("mlp", parameterCount(), parameters);
        int at = 0;
        for (Layer layer : layers) {
            at = layer.affine().set(parameters, at);
        }
        return this;
    }

    /** All parameters, in the order of {@link #setParameters}. */
    public double[] parameters() {
        double[] flat = new double[parameterCount()];
        int at = 0;
        for (Layer layer : layers) {
            Affine affine = layer.affine();
            at = affine.flatten(affine.weight().data(), affine.bias().data(), flat, at);
        }
        return flat;
    }

    /** The gradient of every parameter, in the order of {@link #setParameters}. */
    public double[] gradients() {
        double[] flat = new double[parameterCount()];
        int at = 0;
        for (Layer layer : layers) {
            Affine affine = layer.affine();
            at = affine.flatten(
                    affine.weight().grad().data(), affine.bias().grad().data(), flat, at);
        }
        return flat;
    }

    @Override
    public Value forward(Value x) {
        Value y = x;
        for (Layer layer : layers) {
            y = layer.forward(y);
        }
        return y;
    }

    /**
     * The one output as a number of shape {@code []} for one sample, or {@code [batch]} for a batch.
     *
     * @throws ShapeException if the network has several outputs
     */
    public Value forwardScalar(Value x) {
        if (outputs() != 1) {
            throw new ShapeException("forwardScalar: the network must have one output: it has " + outputs()
                    + "; use forward for all of them");
        }
        Value y = forward(x);
        return y.shape().rank() == 1 ? y.reshape() : y.reshape(y.shape().dim(0));
    }

    @Override
    public List<Variable> variables() {
        return layers.stream().flatMap(layer -> layer.variables().stream()).collect(Collectors.toUnmodifiableList());
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Blueprint blueprint() {
        return new Blueprint.Sequential(layers.stream().map(Layer::blueprint).collect(Collectors.toList()));
    }

    /** The layers, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    /** How many inputs it takes. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** How many outputs it gives. */
    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }
}
