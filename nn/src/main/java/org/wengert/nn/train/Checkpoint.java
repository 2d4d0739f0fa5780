package org.wengert.nn.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Model;
import org.wengert.nn.optim.OptimizerState;

/**
 * A run between two steps, as plain data: all that the steps after it follow from, but for the data and the program. The
 * order of samples and what layers draw follow from seeds and counts, so the counts are all there is of them.
 *
 * @param run       what it was told; it cannot be taken up as another run
 * @param progress  counts, see {@link Progress#state()}
 * @param model     variables and buffers by name
 * @param optimizer what it remembers
 * @param parts     what listeners remember, by the name of each
 */
record Checkpoint(
        Map<String, String> run,
        double[] progress,
        Map<String, double[]> model,
        OptimizerState optimizer,
        Map<String, Map<String, double[]>> parts) {
    /** A run as it stands. */
    static Checkpoint of(
            Map<String, String> run, Settings settings, Progress progress, List<TrainingListener> listeners) {
        Map<String, double[]> model = new LinkedHashMap<>();
        variables(settings.model).forEach(variable -> model.put(variable.label(), variable.data()));
        Map<String, Map<String, double[]>> parts = new LinkedHashMap<>();
        resumables(listeners).forEach(part -> parts.put(part.name(), part.state()));
        return new Checkpoint(run, progress.state(), model, settings.optimizer.snapshot(), parts);
    }

    /**
     * Brings a run to where this one stood.
     *
     * @throws ConfigurationException if it is another run: other settings, variables or listeners; nothing has changed then
     */
    void restore(Map<String, String> here, Settings settings, Progress into, List<TrainingListener> listeners) {
        List<Variable> variables = variables(settings.model).collect(Collectors.toList());
        List<Resumable> resumables = resumables(listeners).collect(Collectors.toList());
        requireSame("setting", run, here);
        requireSame(
                "variable",
                texts(model, numbers -> numbers.length + " numbers"),
                texts(
                        "variables",
                        variables,
                        Value::label,
                        variable -> variable.shape().size() + " numbers"));
        requireSame(
                "listener",
                texts(parts, state -> "there"),
                texts("listeners", resumables, Resumable::name, part -> "there"));
        settings.optimizer.restore(optimizer);
        variables.forEach(variable -> variable.set(model.getOrDefault(variable.label(), new double[0])));
        resumables.forEach(part -> part.restore(parts.getOrDefault(part.name(), Map.of())));
        into.restore(progress);
    }

    /**
     * Refuses a run that could be saved and not be taken up.
     *
     * @throws ConfigurationException if two variables or two listeners have one name
     */
    static void checkNames(Settings settings, List<TrainingListener> listeners) {
        texts("variables", variables(settings.model).collect(Collectors.toList()), Value::label, variable -> "");
        texts("listeners", resumables(listeners).collect(Collectors.toList()), Resumable::name, part -> "");
    }

    private static Stream<Variable> variables(Model model) {
        return Stream.concat(model.variables().stream(), model.buffers().stream());
    }

    private static Stream<Resumable> resumables(List<TrainingListener> listeners) {
        return listeners.stream().filter(Resumable.class::isInstance).map(Resumable.class::cast);
    }

    private static <T> Map<String, String> texts(Map<String, T> map, Function<T, String> text) {
        return texts("parts", List.copyOf(map.entrySet()), Map.Entry::getKey, entry -> text.apply(entry.getValue()));
    }

    /** NOTE: a name that stands twice would be kept once, so it is refused. */
    private static <T> Map<String, String> texts(
            String what, List<T> list, Function<T, String> name, Function<T, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (T each : list) {
            if (texts.put(name.apply(each), text.apply(each)) != null) {
                throw new ConfigurationException("checkpoint: two " + what + " of the run have one name: '"
                        + name.apply(each) + "'; give each one of its own");
            }
        }
        return texts;
    }

    private static void requireSame(String what, Map<String, String> saved, Map<String, String> here) {
        TreeSet<String> names = new TreeSet<>(saved.keySet());
        names.addAll(here.keySet());
        for (String name : names) {
            String then = saved.getOrDefault(name, "absent");
            String now = here.getOrDefault(name, "absent");
            if (!then.equals(now)) {
                throw new ConfigurationException("checkpoint: it is of another run: " + what + " '" + name + "' was "
                        + then + ", is " + now + "; set the run up as it was, or begin a new one elsewhere");
            }
        }
    }
}
