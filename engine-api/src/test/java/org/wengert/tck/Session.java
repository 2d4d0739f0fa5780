package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.StaleValueException;

/** One random session with an engine, beside a {@link Shadow} of each value that is computed by plain loops. */
final class Session {
    /** An open scope, and how many values there were before it. */
    private record Open(Scope scope, int values) {}

    /** A value and what it must be. */
    private record Pair(Value value, Shadow shadow) {}

    private final Engine engine;
    private final Precision precision;
    private final Close.Rule rule;
    private final Random random;
    private final List<Pair> variables = new ArrayList<>();
    private final List<Pair> values = new ArrayList<>();
    private final Deque<Open> scopes = new ArrayDeque<>();
    private final StringBuilder story = new StringBuilder();

    Session(Engine engine, Arithmetic arithmetic, long seed) {
        this.engine = engine;
        precision = arithmetic.precision();
        rule = new Tolerances(arithmetic).session();
        random = new Random(seed);
    }

    void run(int steps) {
        addVariable();
        for (int i = 0; i < steps; i++) {
            step(random.nextInt(20));
        }
    }

    private void step(int kind) {
        switch (kind) {
            case 0 -> addVariable();
            case 1 -> set();
            case 2 -> open();
            case 3 -> close();
            case 4, 5, 6 -> backward();
            case 7, 8, 9 -> add("tanh", any().value(), any().value());
            case 10 -> add("sum", any().value(), any().value());
            case 11, 12, 13, 14 -> add("add", any().value(), any().value());
            default -> add("mul", any().value(), any().value());
        }
    }

    private Pair any() {
        int i = random.nextInt(variables.size() + values.size());
        return i < variables.size() ? variables.get(i) : values.get(i - variables.size());
    }

    private Shadow shadowOf(Value value) {
        return all().stream()
                .filter(pair -> pair.value() == value)
                .findFirst()
                .orElseThrow()
                .shadow();
    }

    private double[] numbers(int size) {
        return precision.round(random.doubles(size, -1, 1).toArray());
    }

    private void addVariable() {
        Shape shape = random.nextBoolean() ? Shape.SCALAR : Shape.of(3);
        double[] data = numbers(shape.size());
        variables.add(new Pair(engine.variable(shape, data), Shadow.leaf(data)));
        tell("variable " + shape);
    }

    private void set() {
        Pair pair = variables.get(random.nextInt(variables.size()));
        double[] data = numbers(pair.value().shape().size());
        ((Variable) pair.value()).set(data);
        pair.shadow().set(data);
        tell("set");
    }

    private void open() {
        scopes.push(new Open(engine.scope(), values.size()));
        tell("open");
    }

    private void close() {
        if (scopes.isEmpty()) {
            return;
        }
        Open open = scopes.pop();
        open.scope().close();
        List<Pair> over = values.subList(open.values(), values.size());
        over.forEach(pair -> assertThrows(ClosedScopeException.class, pair.value()::data));
        over.clear();
        tell("close");
    }

    private void add(String op, Value a, Value b) {
        Shadow left = shadowOf(a);
        Shadow right = shadowOf(b);
        Value result = switch (op) {
            case "tanh" -> a.tanh();
            case "sum" -> a.sum();
            case "add" -> a.add(b);
            default -> a.mul(b);
        };
        Shadow shadow = Shadow.of(precision, op, left, right);
        values.add(new Pair(result, shadow));
        tell(op);
        Close.assertClose("value after" + story, rule, shadow.data(), result.data());
    }

    private void backward() {
        Pair root = any();
        double[] seed = numbers(root.value().shape().size());
        tell("backward");
        if (root.shadow().isStale()) {
            assertThrows(StaleValueException.class, () -> root.value().backward(seed), story::toString);
        } else {
            root.value().backward(seed);
            all().forEach(pair -> pair.shadow().clearUnlessLeaf());
            root.shadow().backward(seed);
        }
        for (Pair pair : all()) {
            double[] actual = pair.value().grad().data();
            Close.assertClose("gradient after" + story, rule, pair.shadow().gradient(), actual);
        }
        if (random.nextInt(4) == 0) {
            Pair leaf = variables.get(random.nextInt(variables.size()));
            ((Variable) leaf.value()).zeroGrad();
            Arrays.fill(leaf.shadow().gradient(), 0);
        }
    }

    private List<Pair> all() {
        List<Pair> all = new ArrayList<>(variables);
        all.addAll(values);
        return all;
    }

    private void tell(String what) {
        story.append(' ').append(what);
    }
}
