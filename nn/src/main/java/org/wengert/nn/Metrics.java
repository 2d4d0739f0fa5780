package org.wengert.nn;

import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.TargetKind;

/** How well outputs match the targets of a data set. */
public final class Metrics {
    private Metrics() {}

    /**
     * The share of samples whose class is told: that of the largest output, the first of several equal ones; of a
     * single score, +1 above 0 and -1 elsewhere. A NaN among a sample's outputs makes it wrong.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if there are no classes, or counts do not fit together
     */
    public static double accuracy(double[] outputs, DataSet data) {
        check("accuracy", outputs, data);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            if (predictedClass(outputs, i, data) == data.classOf(i)) {
                right++;
            }
        }
        return (double) right / data.size();
    }

    private static int predictedClass(double[] outputs, int sample, DataSet data) {
        int width = data.outputs();
        if (data.kind() == TargetKind.SIGNS) {
            double score = outputs[sample];
            return Double.isNaN(score) ? -1 : score > 0 ? 1 : 0;
        }
        int best = 0;
        for (int c = 0; c < width; c++) {
            double score = outputs[sample * width + c];
            if (Double.isNaN(score)) {
                return -1;
            }
            if (score > outputs[sample * width + best]) {
                best = c;
            }
        }
        return best;
    }

    /**
     * The coefficient of determination, {@code 1 - sum (t - y)^2 / sum (t - mean t)^2}, averaged over outputs: 1 is
     * perfect, 0 is no better than the mean. NaN where the targets of an output are all equal.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if counts do not fit together
     */
    public static double r2(double[] outputs, DataSet data) {
        check("r2", outputs, data);
        double[] targets = data.targetNumbers();
        int width = data.outputs();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += r2(outputs, targets, j, width);
        }
        return sum / width;
    }

    private static double r2(double[] outputs, double[] targets, int column, int width) {
        double sum = 0;
        int samples = 0;
        for (int i = column; i < targets.length; i += width) {
            sum += targets[i];
            samples++;
        }
        double mean = sum / samples;
        double missed = 0;
        double spread = 0;
        for (int i = column; i < targets.length; i += width) {
            missed += (targets[i] - outputs[i]) * (targets[i] - outputs[i]);
            spread += (targets[i] - mean) * (targets[i] - mean);
        }
        return spread == 0 ? Double.NaN : 1 - missed / spread;
    }

    private static void check(String metric, double[] outputs, DataSet data) {
        if ((data.kind() == TargetKind.NUMBERS) == metric.equals("accuracy")) {
            throw new DataException(metric + ": the data set's targets are "
                    + (data.kind() == TargetKind.NUMBERS ? "numbers: use r2" : "classes: use accuracy"));
        }
        long needed = (long) data.size() * data.outputs();
        if (outputs.length != needed) {
            throw new DataException(metric + ": wrong number of outputs: " + data.size() + " samples need " + needed
                    + ", got " + outputs.length);
        }
    }
}
