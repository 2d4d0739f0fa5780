package org.wengert.nn.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.error.Excerpt;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;

/** The numbers of a model by name: what training sets, and what it notes down. */
final class ModelTensors {
    /** What PyTorch's batch norm counts beside its statistics; nothing is computed with it. */
    private static final String COUNTER = "num_batches_tracked";

    private ModelTensors() {}

    /** The variables of a model, then its buffers. */
    static Map<String, Variable> variables(Model model) {
        Map<String, Variable> byName = new LinkedHashMap<>();
        Stream.concat(model.variables().stream(), model.buffers().stream()).forEach(variable -> {
            if (byName.put(variable.label(), variable) != null) {
                throw new ModelException("model file: two variables are named '" + variable.label()
                        + "': label each with a name of its own");
            }
        });
        return byName;
    }

    static Map<String, Tensor> of(Model model, Precision precision) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        variables(model)
                .forEach((name, variable) ->
                        tensors.put(name, precision.of(Tensor.owning(variable.shape(), variable.data()))));
        return tensors;
    }

    /** The names and shapes that a model of this form has, found without building it: the form may come from a file. */
    static Map<String, Shape> shapes(Blueprint blueprint) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        add("", blueprint, shapes);
        return shapes;
    }

    private static void add(String prefix, Blueprint blueprint, Map<String, Shape> into) {
        if (blueprint instanceof Blueprint.Sequential sequential) {
            for (int i = 0; i < sequential.layers().size(); i++) {
                add(prefix + "layers." + i + ".", sequential.layers().get(i), into);
            }
        } else if (blueprint instanceof Blueprint.Residual residual) {
            add(prefix + "inner.", residual.inner(), into);
        } else if (blueprint instanceof Blueprint.Dense dense) {
            into.put(prefix + "weight", Shape.of(dense.outputs(), dense.inputs()));
            into.put(prefix + "bias", Shape.of(dense.outputs()));
        } else if (blueprint instanceof Blueprint.LayerNorm norm) {
            into.put(prefix + "weight", Shape.of(norm.size()));
            into.put(prefix + "bias", Shape.of(norm.size()));
        } else if (blueprint instanceof Blueprint.BatchNorm1d norm) {
            for (String name : new String[] {"weight", "bias", "running_mean", "running_var"}) {
                into.put(prefix + name, Shape.of(norm.size()));
            }
        }
    }

    /**
     * Refuses tensors that are not those of the model.
     *
     * @param where the file
     * @throws FileException which names the first that is missing, of another shape, or superfluous
     */
    static void check(String where, Map<String, Shape> wanted, Map<String, Tensor> tensors) {
        wanted.forEach((name, shape) -> {
            Tensor tensor = tensors.get(name);
            if (tensor == null) {
                throw new FileException("model file: another architecture: the model has " + shown(name) + " of shape "
                        + shape + ", " + where + " has no such tensor: there are "
                        + Excerpt.list(tensors.keySet()));
            }
            if (!tensor.shape().equals(shape)) {
                throw new FileException("model file: another architecture: " + shown(name) + " has shape " + shape
                        + " in the model and " + Excerpt.of(tensor.shape().toString()) + " in " + where);
            }
        });
        Set<String> known = wanted.keySet();
        for (String name : tensors.keySet()) {
            if (!known.contains(name) && !isCounter(name)) {
                throw new FileException("model file: another architecture: " + where + " has " + shown(name)
                        + " of shape " + Excerpt.of(tensors.get(name).shape().toString())
                        + ", the model has no such variable: there are "
                        + Excerpt.list(known));
            }
        }
    }

    /**
     * Refuses a model whose variables are not named as one that is built of its blueprint names them: it stands within
     * another, was labelled anew, or shares a layer, and nobody could load what is saved of it.
     *
     * @throws ModelException which names the first difference
     */
    static void checkNames(Blueprint blueprint, Set<String> names) {
        Set<String> wanted = shapes(blueprint).keySet();
        for (String name : names) {
            if (!wanted.contains(name)) {
                throw new ModelException("model file: a variable is not named by its place: " + shown(name)
                        + ", where there should be " + Excerpt.list(wanted)
                        + "; save the whole network that it stands in, and leave labels as they are");
            }
        }
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new ModelException("model file: no variable is named " + shown(name) + ": there are "
                        + Excerpt.list(names) + "; a layer that stands in two places cannot be saved");
            }
        }
    }

    private static boolean isCounter(String name) {
        return name.equals(COUNTER) || name.endsWith("." + COUNTER);
    }

    private static String shown(String name) {
        return "'" + Excerpt.of(name) + "'";
    }

    /** Sets a model's numbers; all of them or, if they are not its own, none. */
    static void set(String where, Map<String, Tensor> tensors, Model model) {
        Map<String, Variable> variables = variables(model);
        Map<String, Shape> wanted = new LinkedHashMap<>();
        variables.forEach((name, variable) -> wanted.put(name, variable.shape()));
        check(where, wanted, tensors);
        tensors.forEach((name, tensor) -> {
            Variable variable = variables.get(name);
            if (variable != null) {
                variable.set(tensor.data());
            }
        });
    }
}
