package org.wengert.nn.io;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** ONNX Runtime on a CPU. */
final class OnnxRun {
    private OnnxRun() {}

    /** What a model makes of rows, row-major. */
    static double[] outputs(Path file, Precision precision, double[][] rows) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {rows.length, rows[0].length};
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = precision == Precision.FLOAT64
                        ? OnnxTensor.createTensor(environment, DoubleBuffer.wrap(flat), shape)
                        : OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats(flat)), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            Object output = result.get("output").orElseThrow().getValue();
            return precision == Precision.FLOAT64
                    ? Arrays.stream((double[][]) output)
                            .flatMapToDouble(Arrays::stream)
                            .toArray()
                    : doubles((float[][]) output);
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts that a file holds beside its graph. */
    static Map<String, String> metadata(Path file) {
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] doubles(float[][] rows) {
        double[] doubles = new double[rows.length * rows[0].length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return doubles;
    }
}
