package org.wengert.nn.optim;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wengert.error.ConfigurationException;
import org.wengert.error.Excerpt;

/**
 * All that an optimiser must know to go on as if it had never stopped, as plain data that belongs to no engine. An
 * engine of lower precision rounds the arrays; one of the same precision or a higher one goes on with the same bits.
 *
 * @param kind         the kind of optimiser: {@code "sgd"}, {@code "adam"}
 * @param settings     its hyper-parameters but for the learning rate, by name
 * @param steps        how many steps it has taken
 * @param learningRate how far the next step goes, before the factors of groups
 * @param arrays       what it remembers, by name, such as {@code layers.0.weight.m}; copied on the way in and out
 */
public record OptimizerState(
        String kind, Map<String, String> settings, long steps, double learningRate, Map<String, double[]> arrays) {
    /**
     * A state from its parts.
     *
     * @throws ConfigurationException if steps are negative, or the learning rate is not a finite number from 0
     */
    public OptimizerState {
        if (steps < 0) {
            throw new ConfigurationException("optimizer: the saved steps must be at least 0: got " + steps);
        }
        Checked.amount("optimizer", "saved learning rate", learningRate);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        arrays = copy(arrays);
    }

    private static Map<String, double[]> copy(Map<String, double[]> arrays) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        arrays.forEach((name, numbers) -> copy.put(name, numbers.clone()));
        return Collections.unmodifiableMap(copy);
    }

    /** What it remembers, by name, as a copy. */
    @Override
    public Map<String, double[]> arrays() {
        return copy(arrays);
    }

    /** The same under other hyper-parameters, so that an optimiser that has these accepts it. */
    public OptimizerState settings(Map<String, String> others) {
        return new OptimizerState(kind, others, steps, learningRate, arrays);
    }

    /** The numbers of an array that must be there, not copied. */
    double[] array(String name) {
        double[] numbers = arrays.get(name);
        if (numbers == null) {
            throw new ConfigurationException("optimizer: the saved state has no array '" + name + "': it has "
                    + Excerpt.list(arrays.keySet()) + "; restore it into the optimiser of the same variables");
        }
        return numbers;
    }

    /**
     * Refuses a state that is not one of this kind with these settings and arrays.
     *
     * @param lengths how many numbers each array must have
     */
    void requireFits(String ownKind, Map<String, String> ownSettings, Map<String, Integer> lengths) {
        if (!kind.equals(ownKind)) {
            throw new ConfigurationException("optimizer: the saved state is of another kind: '" + Excerpt.of(kind)
                    + "', this is '" + ownKind + "'; make the optimiser that was saved");
        }
        requireSettings(ownSettings);
        lengths.forEach((name, length) -> {
            int saved = array(name).length;
            if (saved != length) {
                throw new ConfigurationException("optimizer: the saved array '" + name + "' has another length: "
                        + saved + " numbers, needed are " + length);
            }
        });
        arrays.keySet().stream()
                .filter(name -> !lengths.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException("optimizer: nothing here remembers the saved array '"
                            + Excerpt.of(name) + "': this remembers " + Excerpt.list(lengths.keySet())
                            + "; restore it into the optimiser of the same variables");
                });
    }

    private void requireSettings(Map<String, String> own) {
        Set<String> names = new LinkedHashSet<>(own.keySet());
        names.addAll(settings.keySet());
        String differences = names.stream()
                .filter(name -> !own.getOrDefault(name, "").equals(settings.get(name)))
                .map(name -> Excerpt.of(name) + " was " + text(settings, name) + ", is " + text(own, name))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            throw new ConfigurationException("optimizer: saved with other settings: " + differences
                    + "; to go on with the new ones, restore state.settings(optimizer.settings())");
        }
    }

    private static String text(Map<String, String> settings, String name) {
        return Excerpt.of(settings.getOrDefault(name, "missing"));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof OptimizerState)) {
            return false;
        }
        OptimizerState that = (OptimizerState) other;
        return kind.equals(that.kind)
                && settings.equals(that.settings)
                && steps == that.steps
                && Double.compare(learningRate, that.learningRate) == 0
                && arrays.keySet().equals(that.arrays.keySet())
                && arrays.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), that.arrays.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(steps)
                + 31 * kind.hashCode()
                + 961 * arrays.keySet().hashCode();
    }

    @Override
    public String toString() {
        return kind + " after " + steps + " steps, learning rate " + learningRate + ", " + settings + ", remembers "
                + arrays.keySet();
    }
}
