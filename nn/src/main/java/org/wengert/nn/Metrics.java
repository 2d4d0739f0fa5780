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
        checkClasses("accuracy", outputs, data);
        int width = data.outputs();
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            if (data.kind().classOf(outputs, i * width, width) == data.classOf(i)) {
                right++;
            }
        }
        return (double) right / data.size();
    }

    /**
     * The share of samples whose class is among the k of the largest outputs; of several equal ones the first count. A NaN
     * among a sample's outputs makes it wrong. With k = 1 it is the accuracy.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @param k       from 1 to the number of classes
     * @throws DataException if there is not a score for each class, k is out of range, or counts do not fit together
     */
    public static double topK(double[] outputs, DataSet data, int k) {
        checkClasses("top-k", outputs, data);
        if (data.kind() == TargetKind.SIGNS) {
            throw new DataException(
                    "top-k: a score for each class is needed: the data set's targets are signs: use" + " accuracy");
        }
        if (k < 1 || k > data.outputs()) {
            throw new DataException(
                    "top-k: k must lie between 1 and the number of classes: got " + k + " of " + data.outputs());
        }
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            int before = before(outputs, i * data.outputs(), data.outputs(), data.classOf(i));
            right += before < k ? 1 : 0;
        }
        return (double) right / data.size();
    }

    /** How many outputs of a sample come before that of a class; all, if one is NaN. */
    private static int before(double[] outputs, int at, int count, int wanted) {
        int before = 0;
        for (int c = 0; c < count; c++) {
            double score = outputs[at + c];
            if (Double.isNaN(score)) {
                return count;
            }
            if (score > outputs[at + wanted] || c < wanted && score == outputs[at + wanted]) {
                before++;
            }
        }
        return before;
    }

    /**
     * The area under the receiver operating characteristic: the probability that of two samples, one of a class and one not,
     * the first has the higher score for it, ties counting half (Mann and Whitney 1947). 1 is perfect, 0.5 is chance. Of
     * several classes, each against all others, the mean over those that have samples and not all of them (macro, one against
     * the rest); NaN if there is none of these, or an output is NaN.
     *
     * <p>Of signs, the score is the output. Of classes, it is the logarithm of the odds that softmax gives a class,
     * {@code o_c - ln(sum over others of e^o_j)}, for outputs as cross-entropy takes them.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if there are no classes, or counts do not fit together
     */
    public static double rocAuc(double[] outputs, DataSet data) {
        checkClasses("roc-auc", outputs, data);
        return RocAuc.macro(outputs, data);
    }

    /**
     * The coefficient of determination, {@code 1 - sum (t - y)^2 / sum (t - mean t)^2}, averaged over outputs: 1 is
     * perfect, 0 is no better than the mean. NaN where the targets of an output are all equal.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if counts do not fit together
     */
    public static double r2(double[] outputs, DataSet data) {
        checkNumbers("r2", outputs, data);
        return mean(outputs, data, Metrics::r2);
    }

    /**
     * The mean absolute error, {@code sum |t - y| / n}, averaged over outputs.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if counts do not fit together
     */
    public static double mae(double[] outputs, DataSet data) {
        checkNumbers("mae", outputs, data);
        return mean(outputs, data, (values, targets, column, width) -> {
            double sum = 0;
            for (int i = column; i < targets.length; i += width) {
                sum += Math.abs(targets[i] - values[i]);
            }
            return sum * width / targets.length;
        });
    }

    /**
     * The root of the mean squared error, {@code sqrt(sum (t - y)^2 / n)}, averaged over outputs.
     *
     * @param outputs row-major, {@code [samples, outputs]}
     * @throws DataException if counts do not fit together
     */
    public static double rmse(double[] outputs, DataSet data) {
        checkNumbers("rmse", outputs, data);
        return mean(outputs, data, (values, targets, column, width) -> {
            double sum = 0;
            for (int i = column; i < targets.length; i += width) {
                sum += (targets[i] - values[i]) * (targets[i] - values[i]);
            }
            return Math.sqrt(sum * width / targets.length);
        });
    }

    /** A measure of one output, which is every {@code width}th number from {@code column} on. */
    private interface OfOutput {
        double of(double[] outputs, double[] targets, int column, int width);
    }

    private static double mean(double[] outputs, DataSet data, OfOutput measure) {
        double[] targets = data.targetNumbers();
        int width = data.outputs();
        double sum = 0;
        for (int column = 0; column < width; column++) {
            sum += measure.of(outputs, targets, column, width);
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

    static void checkClasses(String metric, double[] outputs, DataSet data) {
        if (data.kind() == TargetKind.NUMBERS) {
            throw new DataException(metric + ": the data set's targets are numbers; use r2");
        }
        checkCount(metric, outputs, data);
    }

    private static void checkNumbers(String metric, double[] outputs, DataSet data) {
        if (data.kind() != TargetKind.NUMBERS) {
            throw new DataException(metric + ": the data set's targets are classes; use accuracy");
        }
        checkCount(metric, outputs, data);
    }

    private static void checkCount(String metric, double[] outputs, DataSet data) {
        long needed = (long) data.size() * data.outputs();
        if (outputs.length != needed) {
            throw new DataException(metric + ": wrong number of outputs: " + data.size() + " samples need " + needed
                    + ", got " + outputs.length);
        }
    }
}
