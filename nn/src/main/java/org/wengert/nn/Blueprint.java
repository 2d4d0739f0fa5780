package org.wengert.nn;

import java.util.List;
import org.wengert.Engine;

/**
 * What a model is made of, without its numbers: layers and their sizes as plain data. Model files keep it, exporters and
 * summaries read it, and {@link #build} makes a model of it on any engine.
 */
public sealed interface Blueprint {
    /** A model of this form, its parameters zero (those of normalisers 1 and 0) until initialised or set. */
    Model build(Engine engine);

    /** How many numbers training sets. */
    default int parameterCount() {
        return 0;
    }

    /** What it is, in a few words: {@code dense 784 to 512, relu}. */
    String words();

    /**
     * Weighted sums and an activation, {@link Layer}.
     *
     * @param inputs     numbers a sample has
     * @param outputs    how many sums
     * @param activation what is done to each sum
     */
    record Dense(int inputs, int outputs, Activation activation) implements Blueprint {
        @Override
        public int parameterCount() {
            return outputs * (inputs + 1);
        }

        @Override
        public String words() {
            return "dense " + inputs + " to " + outputs + (activation == Activation.LINEAR ? "" : ", " + activation);
        }

        @Override
        public Layer build(Engine engine) {
            return Layer.of(engine, inputs, outputs, activation);
        }
    }

    /**
     * {@link org.wengert.nn.Dropout}.
     *
     * @param rate the share of numbers that is dropped
     */
    record Dropout(double rate) implements Blueprint {
        @Override
        public String words() {
            return "dropout " + rate;
        }

        @Override
        public org.wengert.nn.Dropout build(Engine engine) {
            return org.wengert.nn.Dropout.of(engine, rate);
        }
    }

    /**
     * {@link org.wengert.nn.LayerNorm}.
     *
     * @param size numbers a sample has
     * @param eps  added to the variance
     */
    record LayerNorm(int size, double eps) implements Blueprint {
        @Override
        public int parameterCount() {
            return 2 * size;
        }

        @Override
        public String words() {
            return "layer norm " + size;
        }

        @Override
        public org.wengert.nn.LayerNorm build(Engine engine) {
            return org.wengert.nn.LayerNorm.of(engine, size, eps);
        }
    }

    /**
     * {@link org.wengert.nn.BatchNorm1d}.
     *
     * @param size     numbers a sample has
     * @param eps      added to the variance
     * @param momentum the weight of the newest batch in the running statistics
     */
    record BatchNorm1d(int size, double eps, double momentum) implements Blueprint {
        @Override
        public int parameterCount() {
            return 2 * size;
        }

        @Override
        public String words() {
            return "batch norm " + size;
        }

        @Override
        public org.wengert.nn.BatchNorm1d build(Engine engine) {
            return org.wengert.nn.BatchNorm1d.of(engine, size, eps, momentum);
        }
    }

    /**
     * {@link org.wengert.nn.Residual}.
     *
     * @param inner what its inputs are added to the outputs of
     */
    record Residual(Blueprint inner) implements Blueprint {
        @Override
        public int parameterCount() {
            return inner.parameterCount();
        }

        @Override
        public String words() {
            return "residual: inputs added to";
        }

        @Override
        public org.wengert.nn.Residual build(Engine engine) {
            return org.wengert.nn.Residual.of(inner.build(engine));
        }
    }

    /**
     * {@link org.wengert.nn.Sequential}.
     *
     * @param layers first to last
     */
    record Sequential(List<Blueprint> layers) implements Blueprint {
        /** A list that stays as it is. */
        public Sequential {
            layers = List.copyOf(layers);
        }

        /** Layers, first to last. */
        public static Sequential of(Blueprint... layers) {
            return new Sequential(List.of(layers));
        }

        @Override
        public int parameterCount() {
            return layers.stream().mapToInt(Blueprint::parameterCount).sum();
        }

        @Override
        public String words() {
            return "sequential";
        }

        @Override
        public org.wengert.nn.Sequential build(Engine engine) {
            return org.wengert.nn.Sequential.of(
                    layers.stream().map(layer -> layer.build(engine)).toArray(Model[]::new));
        }
    }
}
