package org.wengert.nn;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/** A function of inputs with variables that training sets. It computes with the engine it was made with. */
public interface Model {
    /**
     * The outputs for one sample or for a batch of them, recorded unless an inference scope is open.
     *
     * @param x inputs, {@code [inputs]} or {@code [batch, inputs]}
     * @throws org.wengert.error.ArityException if the width is not that of the model
     */
    Value forward(Value x);

    /** What training sets, in a fixed order, each labelled with its name within the model: {@code layers.0.weight}. */
    List<Variable> variables();

    /** The engine it computes with. */
    Engine engine();

    /** How many numbers the variables hold together. */
    default int parameterCount() {
        return variables().stream()
                .mapToInt(variable -> variable.shape().size())
                .sum();
    }
}
