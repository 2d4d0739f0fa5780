package org.wengert.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.Variable;
import org.wengert.nn.Model;
import org.wengert.nn.data.Split;
import org.wengert.nn.train.Evaluation;

/**
 * A trained network in plain numbers, which stay when its engine is closed.
 *
 * @param course       how it was trained
 * @param firstWeights its numbers before the first step, by name; empty if they are not known
 * @param weights      its numbers after the last step, by name, first layer first; a weight is row-major [outputs, inputs]
 * @param trainOutputs what it says of the training samples, row-major
 * @param testOutputs  what it says of the test samples, row-major
 * @param region       what it says of the plane, if samples have two numbers and a class
 */
public record Portrait(
        Course course,
        Map<String, double[]> firstWeights,
        Map<String, double[]> weights,
        double[] trainOutputs,
        double[] testOutputs,
        Optional<Region> region) {
    /** Of a network that is trained. */
    public static Portrait of(Model model, Split data, CourseRecorder recorder) {
        return new Portrait(
                recorder.course(),
                recorder.firstWeights(),
                weights(model),
                Evaluation.outputs(model, data.train()),
                Evaluation.outputs(model, data.test()),
                Region.of(model, data));
    }

    /** The numbers of all variables, by name, in the network's order. */
    static Map<String, double[]> weights(Model model) {
        Map<String, double[]> weights = new LinkedHashMap<>();
        for (Variable variable : model.variables()) {
            weights.put(variable.label(), variable.data());
        }
        return weights;
    }

    /** The names of all weights but biases. */
    List<String> layers() {
        return weights.keySet().stream()
                .filter(name -> name.endsWith(".weight"))
                .toList();
    }
}
