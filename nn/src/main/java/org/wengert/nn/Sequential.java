package org.wengert.nn;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ForeignValueException;

/**
 * Models one after another. Variables are named by their place, {@code layers.0.weight}, {@code layers.2.inner.bias}; a
 * layer that stands in several places shares its variables, which are named by the first.
 *
 * <pre>{@code
 * Model model = Sequential.of(
 *                 Layer.of(engine, 784, 512, Activation.RELU),
 *                 Dropout.of(engine, 0.2),
 *                 Layer.of(engine, 512, 10, Activation.LINEAR))
 *         .initialize(42);
 * }</pre>
 */
public final class Sequential implements Model {
    private final List<Model> layers;

    private Sequential(List<Model> layers) {
        this.layers = layers;
    }

    /**
     * Layers, first to last; their variables are named anew.
     *
     * @throws ModelException        if there is none
     * @throws ForeignValueException if they belong to several engines
     */
    public static Sequential of(Model... layers) {
        if (layers.length == 0) {
            throw new ModelException("sequential: no layers; give at least one");
        }
        Set<Variable> named = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < layers.length; i++) {
            if (layers[i].engine() != layers[0].engine()) {
                throw new ForeignValueException("sequential: layers of two engines: layer 0 belongs to '"
                        + layers[0].engine().name() + "', layer " + i + " to another '"
                        + layers[i].engine().name() + "'; build all of them on one");
            }
            Names.prefix("layers." + i + ".", layers[i], named::add);
        }
        return new Sequential(List.of(layers));
    }

    /** Draws the first numbers of all layers from a seed, the same on every engine; returns this. */
    public Sequential initialize(long seed) {
        return initialize(Randoms.seeded(seed));
    }

    @Override
    public Sequential initialize(RandomGenerator random) {
        layers.forEach(layer -> layer.initialize(random));
        return this;
    }

    @Override
    public Value forward(Value x) {
        return forward(x, Pass.EVALUATION);
    }

    @Override
    public Value forward(Value x, Pass pass) {
        Value y = x;
        for (Model layer : layers) {
            y = layer.forward(y, pass);
        }
        return y;
    }

    @Override
    public List<Variable> variables() {
        return distinct(Model::variables);
    }

    @Override
    public List<Variable> buffers() {
        return distinct(Model::buffers);
    }

    private List<Variable> distinct(Function<Model, List<Variable>> of) {
        return layers.stream()
                .flatMap(layer -> of.apply(layer).stream())
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public Engine engine() {
        return layers.get(0).engine();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException also if a variable stands in several places, as that of a layer that is used twice does, here or
     *     within what is nested here: data cannot say that they are one
     */
    @Override
    public Blueprint blueprint() {
        Set<Variable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Model layer : layers) {
            for (Variable variable : layer.variables()) {
                if (!seen.add(variable)) {
                    throw new ModelException(
                            "blueprint: a layer stands in several places of this network, so building it"
                                    + " anew would make several of one: '" + variable.label()
                                    + "'; keep its variables by name");
                }
            }
        }
        return new Blueprint.Sequential(layers.stream().map(Model::blueprint).collect(Collectors.toList()));
    }

    /** The layers, first to last. */
    public List<Model> layers() {
        return layers;
    }
}
