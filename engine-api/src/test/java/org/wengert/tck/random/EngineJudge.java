package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.op.Domain;

/** Large arrays, computed by an engine: nothing is known of their condition, but they are of ordinary size. */
final class EngineJudge implements Judge {
    private static final int LARGEST_ARRAY = 1 << 16;
    private static final double LARGEST = 1e4;
    private static final double MARGIN = 1.0 / 16;

    private final Engine engine;
    private final List<Value> values = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    EngineJudge(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean accepts(Node node) {
        if (node.shape().size() > LARGEST_ARRAY) {
            return false;
        }
        Value value = Recording.make(engine, node, values);
        double[] data = value.data();
        boolean accepted = Arrays.stream(data).allMatch(x -> Math.abs(x) <= LARGEST);
        if (accepted) {
            values.add(value);
            numbers.add(data);
        }
        return accepted;
    }

    @Override
    public boolean isInside(Domain domain, int index) {
        return Arrays.stream(numbers.get(index)).allMatch(x -> Judge.isInside(domain, x, MARGIN));
    }
}
