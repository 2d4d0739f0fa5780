package org.wengert.nn;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * A function of inputs with variables that training sets. It computes with the engine it was made with. A layer is a
 * model, and so is a network of layers. A layer of one's own implements the three methods that have no default, and the
 * others as far as it has something to say.
 */
public interface Model {
    /**
     * The outputs for one sample or for a batch of them, recorded unless an inference scope is open.
     *
     * @param x inputs, {@code [inputs]} or {@code [batch, inputs]}
     * @throws org.wengert.error.ArityException if the width is not that of the model
     */
    Value forward(Value x);

    /**
     * The outputs in a pass of this kind. {@link #forward(Value)} is that of {@link Pass#EVALUATION}; models that do the
     * same to learn as to answer need only that one.
     *
     * @param x inputs, {@code [inputs]} or {@code [batch, inputs]}
     */
    default Value forward(Value x, Pass pass) {
        return forward(x);
    }

    /** What training sets, in a fixed order, each labelled with its name within the model: {@code layers.0.weight}. */
    List<Variable> variables();

    /** What a training pass notes down without a gradient, as running means, each labelled with its name. */
    default List<Variable> buffers() {
        return List.of();
    }

    /** The engine it computes with. */
    Engine engine();

    /** Draws the first numbers of all variables as suits each layer; returns this. By default nothing is drawn. */
    default Model initialize(RandomGenerator random) {
        return this;
    }

    /**
     * What it is made of, as plain data, from which the like of it can be built on any engine.
     *
     * @throws ModelException if it is a layer of one's own, which nobody else can build
     */
    default Blueprint blueprint() {
        String name = getClass().getSimpleName();
        throw new ModelException(
                "blueprint: " + (name.isEmpty() ? "the model" : name) + " has none, so it cannot be described,"
                        + " saved as a model file or exported; override blueprint(), or keep its variables by name");
    }

    /** How many numbers the variables hold together. */
    default int parameterCount() {
        return variables().stream()
                .mapToInt(variable -> variable.shape().size())
                .sum();
    }
}
