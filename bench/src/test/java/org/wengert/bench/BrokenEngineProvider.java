package org.wengert.bench;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Settings;

/** A third party's engine with the slope of tanh that was in a textbook's errata; registered by the test that needs it. */
public final class BrokenEngineProvider implements EngineProvider {
    private static final Unary WRONG = Unary.of("tanh", Math::tanh, (x, y) -> 1 - y);

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public String description() {
        return "scalar, but for tanh";
    }

    @Override
    public Engine open(Settings settings) {
        return new Broken(Engines.open("scalar"));
    }

    private record Broken(Engine good) implements Engine {
        @Override
        public Value apply(Op op, List<Value> operands) {
            return good.apply(op.equals(Unary.TANH) ? WRONG : op, operands);
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String description() {
            return good.description();
        }

        @Override
        public Value constant(Shape shape, double... data) {
            return good.constant(shape, data);
        }

        @Override
        public Variable variable(Shape shape, double... data) {
            return good.variable(shape, data);
        }

        @Override
        public void backward(Value root, double... seed) {
            good.backward(root, seed);
        }

        @Override
        public void update(UpdateRule rule, Variable variable, List<? extends Variable> state, double... numbers) {
            good.update(rule, variable, state, numbers);
        }

        @Override
        public Scope scope() {
            return good.scope();
        }

        @Override
        public Scope inference() {
            return good.inference();
        }

        @Override
        public boolean isOpen() {
            return good.isOpen();
        }

        @Override
        public void close() {
            good.close();
        }
    }
}
