package org.wengert.nn.data;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;

/**
 * The samples of one step.
 *
 * @param samples which ones
 */
public record Batch(DataSet samples) {
    /** How many samples; the last batch of a pass may have fewer than the others. */
    public int size() {
        return samples.size();
    }

    /** The inputs as a constant {@code [size, width]}. */
    public Value inputs(Engine engine) {
        Shape shape = Shape.of(size(), samples.width());
        return samples.isInOrder() ? engine.constant(shape, samples.inputs()) : engine.constant(shape, samples::read);
    }

    /** The targets as a constant, in the shape of their {@link TargetKind}. */
    public Value targets(Engine engine) {
        return engine.constant(targetShape(), samples.targets());
    }

    /** The same batch with its numbers read out and scaled: what is left for a step to do is to hand them to an engine. */
    public Batch prepared() {
        return new Batch(samples.gathered());
    }

    /** The same samples in parts of at most this many. */
    public Iterable<Batch> parts(int most) {
        return most < size() ? samples.batches(most) : List.of(this);
    }

    private Shape targetShape() {
        return samples.kind() == TargetKind.CLASSES ? Shape.of(size()) : Shape.of(size(), samples.outputs());
    }
}
