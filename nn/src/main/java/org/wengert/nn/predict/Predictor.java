package org.wengert.nn.predict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.error.ArityException;
import org.wengert.nn.ModelException;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Table;
import org.wengert.nn.io.ModelFile;

/**
 * A trained model that answers: raw data in, as training had them, and numbers or a class and its probabilities out.
 * Immutable, and shared by any number of threads; nothing is recorded.
 *
 * <pre>{@code
 * try (Predictor predictor = Predictor.load(Path.of("flowers.safetensors"))) {
 *     Prediction flower = predictor.predict(5.1, 3.5, 1.4, 0.2);
 *     flower.className(); // setosa
 * }
 * }</pre>
 *
 * <p>An engine serves one thread at a time, so there is one with a copy of the model for each caller at the same moment, made
 * when first needed, and at most as many as there are processors; further callers wait. One call gives the same bits in any
 * thread. A sample alone and in a batch may differ in the last bits, as engines compute them by different kernels.
 */
public final class Predictor implements AutoCloseable {
    /** Samples computed at once: enough to keep an engine busy, and few enough for the caches. */
    private static final int CHUNK = 256;

    private final ModelFile model;
    private final OptionalInt width;
    private final WorkerPool workers;

    private Predictor(ModelFile model, Supplier<Engine> engines, int most) {
        this.model = model;
        this.width = model.inputs();
        this.workers = new WorkerPool(() -> Worker.of(model, engines.get()), most);
    }

    /**
     * The model of a file, on engines as configuration chooses them.
     *
     * @throws org.wengert.nn.io.FileException as {@link ModelFile#read}
     */
    public static Predictor load(Path file) {
        return load(file, Engines::open);
    }

    /** The model of a file, on engines of one's choice; each call of the supplier opens one, which the predictor closes. */
    public static Predictor load(Path file, Supplier<Engine> engines) {
        return of(ModelFile.read(file), engines, Runtime.getRuntime().availableProcessors());
    }

    /**
     * A model on engines of one's choice.
     *
     * @param engines each call opens one, which the predictor closes
     * @param most    how many there are at most
     * @throws ModelException if that is less than 1
     */
    public static Predictor of(ModelFile model, Supplier<Engine> engines, int most) {
        if (most < 1) {
            throw new ModelException("predict: at least one engine is needed: got " + most);
        }
        return new Predictor(model, engines, most);
    }

    /** What it computes, and how raw data become its inputs. */
    public ModelFile model() {
        return model;
    }

    /**
     * The answer for one sample of numbers in the order of the columns that training had; a NaN is a missing value.
     *
     * @throws ArityException if there are more or fewer numbers than the model takes
     * @throws DataException  if the model's preprocessing refuses them
     */
    public Prediction predict(double... numbers) {
        return answer(inputs(numbers));
    }

    /**
     * The answer for one row of a table as text by name of column.
     *
     * @throws DataException  if the model's preprocessing refuses the row
     * @throws ModelException if the model has none, and so knows no names
     */
    public Prediction predict(Map<String, String> fields) {
        return answer(preprocessing().apply(fields));
    }

    /** The answers for several samples of numbers, each as by {@link #predict(double...)}. */
    public List<Prediction> predictAll(double[][] rows) {
        return answers(Arrays.stream(rows).map(this::inputs).toArray(double[][]::new));
    }

    /** The answers for several rows of a table, each as by {@link #predict(Map)}. */
    public List<Prediction> predictAll(List<Map<String, String>> rows) {
        Preprocessing known = preprocessing();
        return answers(rows.stream().map(known::apply).toArray(double[][]::new));
    }

    /**
     * The answers for all rows of a table. Columns are found by the names that training had; a model file that says nothing of
     * names takes all columns, in their order.
     *
     * @throws DataException if a column is missing or of the wrong kind, or the model's preprocessing refuses a row
     */
    public List<Prediction> predictAll(Table table) {
        return answers(model.preprocessing()
                .map(known -> known.inputs(table))
                .orElseGet(() -> IntStream.range(0, table.size())
                        .mapToObj(row -> inputs(numbers(table, row)))
                        .toArray(double[][]::new)));
    }

    private static double[] numbers(Table table, int row) {
        return table.names().stream()
                .mapToDouble(column -> table.number(row, column).orElse(Double.NaN))
                .toArray();
    }

    private Preprocessing preprocessing() {
        return model.preprocessing()
                .orElseThrow(() -> new ModelException(
                        "predict: no columns: the model file says nothing of names; give the inputs as numbers"));
    }

    private double[] inputs(double... numbers) {
        Optional<Preprocessing> preprocessing = model.preprocessing();
        int needed = preprocessing.map(known -> known.columns().size()).orElse(width.orElse(numbers.length));
        if (numbers.length != needed) {
            throw new ArityException(
                    "predict: wrong number of inputs: the model takes " + needed + ", got " + numbers.length);
        }
        return preprocessing.map(known -> known.apply(numbers)).orElse(numbers);
    }

    private Prediction answer(double... inputs) {
        double[] outputs = workers.with(worker -> worker.outputs(Shape.of(inputs.length), inputs));
        return Prediction.of(model.preprocessing(), outputs);
    }

    private List<Prediction> answers(double[][] rows) {
        for (int i = 1; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new ArityException("predict: samples differ in their number of inputs: sample 0 has "
                        + rows[0].length + ", sample " + i + " has " + rows[i].length);
            }
        }
        List<Prediction> answers = new ArrayList<>(rows.length);
        for (int from = 0; from < rows.length; from += CHUNK) {
            answers.addAll(chunk(Arrays.copyOfRange(rows, from, Math.min(from + CHUNK, rows.length))));
        }
        return Collections.unmodifiableList(answers);
    }

    private List<Prediction> chunk(double[][] rows) {
        Shape shape = Shape.of(rows.length, rows[0].length);
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        double[] outputs = workers.with(worker -> worker.outputs(shape, flat));
        int each = outputs.length / rows.length;
        return IntStream.range(0, rows.length)
                .mapToObj(i -> Arrays.copyOfRange(outputs, i * each, (i + 1) * each))
                .map(row -> Prediction.of(model.preprocessing(), row))
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * How an output changes with each of the model's inputs at this sample: the gradient of {@link Prediction#outputs} by the
     * inputs as they are after preprocessing, which share a scale ({@link Preprocessing#featureNames} names them).
     *
     * @param output  counted from 0
     * @param numbers as in {@link #predict(double...)}
     * @throws ModelException if there is no such output
     */
    public double[] saliency(int output, double... numbers) {
        double[] inputs = inputs(numbers);
        return workers.with(worker -> worker.gradient(output, inputs));
    }

    /** {@link #saliency(int, double...)} for one row of a table. */
    public double[] saliency(int output, Map<String, String> fields) {
        double[] inputs = preprocessing().apply(fields);
        return workers.with(worker -> worker.gradient(output, inputs));
    }

    /** Waits for calls that are under way and closes all engines; a later call is refused. Closing twice does nothing. */
    @Override
    public void close() {
        workers.close();
    }
}
