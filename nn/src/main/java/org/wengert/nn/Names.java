package org.wengert.nn;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wengert.Variable;

/** Names of variables within a network: those within a layer, behind the layer's own, {@code layers.0.weight}. */
final class Names {
    private Names() {}

    /** Puts a prefix before the names of a model's variables and buffers, as far as the filter lets them through. */
    static void prefix(String prefix, Model model, Predicate<Variable> filter) {
        Stream.concat(model.variables().stream(), model.buffers().stream())
                .filter(filter)
                .forEach(variable -> variable.label(prefix + variable.label()));
    }

    /** What a variable's name says of the layer it belongs to, or this if it says nothing. */
    static String owner(Variable variable, String alone) {
        int dot = variable.label().lastIndexOf('.');
        return dot < 0 ? alone : variable.label().substring(0, dot);
    }
}
