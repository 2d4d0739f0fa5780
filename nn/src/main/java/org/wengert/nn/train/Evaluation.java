package org.wengert.nn.train;

import java.util.Arrays;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.nn.Loss;
import org.wengert.nn.Metrics;
import org.wengert.nn.Model;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.TargetKind;

/**
 * How a model does on data, with the parameters it has now.
 *
 * @param loss    over all samples, without regularisation
 * @param metric  accuracy, or R2 where targets are numbers
 * @param outputs of the model, row-major {@code [samples, outputs]}
 */
public record Evaluation(double loss, double metric, double[] outputs) {
    private static final int CHUNK = 256;

    /** Evaluates: the model in chunks of 256 samples, the loss over all outputs at once. */
    public static Evaluation of(Model model, Loss loss, DataSet data) {
        double[] outputs = outputs(model, data);
        double metric = data.kind() == TargetKind.NUMBERS ? Metrics.r2(outputs, data) : Metrics.accuracy(outputs, data);
        return new Evaluation(loss(model.engine(), loss, outputs, data), metric, outputs);
    }

    /**
     * The model's outputs for every sample, row-major {@code [samples, outputs]}; nothing is recorded.
     *
     * @throws DataException if the model does not have the outputs that the data needs
     */
    public static double[] outputs(Model model, DataSet data) {
        double[] outputs = new double[data.size() * data.outputs()];
        int at = 0;
        for (Batch batch : data.batches(CHUNK)) {
            try (Scope scope = model.engine().inference()) {
                double[] chunk = model.forward(batch.inputs(model.engine())).data();
                if (chunk.length != batch.size() * data.outputs()) {
                    throw new DataException("evaluation: wrong number of outputs: the data needs " + data.outputs()
                            + " a sample, the model gives " + chunk.length / batch.size());
                }
                System.arraycopy(chunk, 0, outputs, at, chunk.length);
                at += chunk.length;
            }
        }
        return outputs;
    }

    private static double loss(Engine engine, Loss loss, double[] outputs, DataSet data) {
        try (Scope scope = engine.inference()) {
            Value output = engine.constant(Shape.of(data.size(), data.outputs()), outputs);
            return loss.of(output, data.batch().targets(engine)).item();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evaluation that
                && loss == that.loss
                && metric == that.metric
                && Arrays.equals(outputs, that.outputs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outputs);
    }

    @Override
    public String toString() {
        return "Evaluation(loss=" + loss + ", metric=" + metric + ")";
    }
}
