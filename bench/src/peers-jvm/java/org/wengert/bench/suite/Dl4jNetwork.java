package org.wengert.bench.suite;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A workload's relu network with cross-entropy in DL4J. It keeps weights as {@code [inputs, outputs]}. */
final class Dl4jNetwork implements AutoCloseable {
    private final Workload workload;
    private final DataType type;
    private final MultiLayerNetwork network;

    /** The network with these parameters, in {@link Problem}'s order, and DL4J's own optimiser. */
    Dl4jNetwork(Workload workload, double[] parameters, String precision, IUpdater updater) {
        this.workload = workload;
        type = precision.equals(Variant.FLOAT32) ? DataType.FLOAT : DataType.DOUBLE;
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(updater)
                .list();
        for (int layer = 0; layer < workload.layers() - 1; layer++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(workload.inputs(layer))
                    .nOut(workload.outputs(layer))
                    .activation(Activation.RELU)
                    .build());
        }
        int last = workload.layers() - 1;
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(workload.inputs(last))
                .nOut(workload.outputs(last))
                .activation(Activation.SOFTMAX)
                .build());
        network = new MultiLayerNetwork(layers.build());
        network.init();
        for (int layer = 0; layer < workload.layers(); layer++) {
            INDArray weights = array(Problem.weights(workload, parameters, layer), workload.inputs(layer));
            network.setParam(layer + "_W", weights.transpose());
            network.setParam(layer + "_b", array(Problem.biases(workload, parameters, layer), workload.outputs(layer)));
        }
    }

    private INDArray array(double[] numbers, int columns) {
        return Nd4j.create(Problem.rows(numbers, columns)).castTo(type);
    }

    /** One step with samples row after row, and their classes. */
    void fit(double[] inputs, double... classes) {
        double[] shares = new double[classes.length * workload.outputs()];
        for (int i = 0; i < classes.length; i++) {
            shares[i * workload.outputs() + (int) classes[i]] = 1;
        }
        network.fit(array(inputs, workload.inputs(0)), array(shares, workload.outputs()));
    }

    /** The class of each sample. */
    double[] classes(double... inputs) {
        return network.output(array(inputs, workload.inputs(0)))
                .argMax(1)
                .castTo(DataType.DOUBLE)
                .toDoubleVector();
    }

    /** All parameters, in {@link Problem}'s order. */
    double[] parameters() {
        double[] flat = new double[workload.parameterCount()];
        for (int layer = 0; layer < workload.layers(); layer++) {
            double[] weights = numbers(network.getParam(layer + "_W").transpose());
            Problem.flatten(workload, layer, weights, numbers(network.getParam(layer + "_b")), flat);
        }
        return flat;
    }

    private static double[] numbers(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').reshape(array.length()).toDoubleVector();
    }

    @Override
    public void close() {
        network.close();
    }
}
