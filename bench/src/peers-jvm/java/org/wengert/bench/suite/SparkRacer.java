package org.wengert.bench.suite;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.data.DataSet;

/**
 * Spark MLlib's MultilayerPerceptronClassifier in one JVM. It has neither relu nor Adam nor batches: layers of the task's
 * widths are sigmoid ones, weights its own, and a step is an iteration of L-BFGS over all samples. It cannot go on from
 * where it stood, so each call learns anew.
 */
final class SparkRacer implements Racer {
    private static final long SEED = 20260101;

    private final RaceTask task;
    private final SparkSession session;
    private final Dataset<Row> samples;
    private @Nullable MultilayerPerceptronClassificationModel model;

    SparkRacer(RaceTask task) {
        this.task = task;
        session = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        session.sparkContext().setLogLevel("OFF");
        samples = frame(task.data().train());
    }

    private Dataset<Row> frame(DataSet data) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(RowFactory.create((double) data.classOf(i), Vectors.dense(data.row(i))));
        }
        StructType schema = new StructType()
                .add("label", DataTypes.DoubleType, false)
                .add("features", SQLDataTypes.VectorType(), false);
        return session.createDataFrame(rows, schema).cache();
    }

    @Override
    public String description() {
        return "Spark MLlib " + session.version()
                + " MultilayerPerceptronClassifier: float64, sigmoid layers, L-BFGS over"
                + " all samples, blocks of 128, tolerance 0, "
                + session.sparkContext().master();
    }

    @Override
    public void train(int steps) {
        model = new MultilayerPerceptronClassifier()
                .setLayers(task.widths().stream().mapToInt(Integer::intValue).toArray())
                .setMaxIter(steps)
                .setTol(0)
                .setBlockSize(128)
                .setSeed(SEED)
                .fit(samples);
    }

    @Override
    public double accuracy() {
        MultilayerPerceptronClassificationModel trained = model;
        if (trained == null) {
            return 0;
        }
        DataSet test = task.data().test();
        double[] classes = new double[test.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = trained.predict(Vectors.dense(test.row(i)));
        }
        return task.accuracy(classes);
    }

    @Override
    public void close() {
        session.stop();
    }
}
