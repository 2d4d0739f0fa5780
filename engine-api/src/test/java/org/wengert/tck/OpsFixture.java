package org.wengert.tck;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Reduce;

/** One case of {@code ops.json}: its operation in our words, its operands, and what must come out. */
final class OpsFixture {
    private static final Map<String, BiFunction<Value, Value, Value>> BINARY = Map.of(
            "add", Value::add,
            "sub", Value::sub,
            "mul", Value::mul,
            "div", Value::div,
            "maximum", Value::maximum,
            "minimum", Value::minimum,
            "pow_vv", Value::pow,
            "matmul", Value::matmul,
            "mse", (a, b) -> a.sub(b).square().mean(),
            "sse", (a, b) -> a.sub(b).square().sum());

    private final JsonObject entry;
    private final JsonObject attributes;

    OpsFixture(JsonObject entry) {
        this.entry = entry;
        attributes = entry.getAsJsonObject("attrs");
    }

    String id() {
        return entry.get("id").getAsString();
    }

    boolean is(String tag) {
        return Fixtures.has(entry.getAsJsonArray("tags"), tag);
    }

    boolean hasExact() {
        return entry.has("exact");
    }

    /** Whether a precision has all numbers that go in, so that the reference is that of what an engine is given. */
    boolean isHeldBy(Precision precision) {
        boolean inputs = entry.getAsJsonArray("inputs").asList().stream()
                .allMatch(input ->
                        precision.holds(Fixtures.numbers(input.getAsJsonObject().get("data"))));
        boolean constants = Stream.of("exponent", "negative_slope", "alpha", "min", "max")
                .filter(attributes::has)
                .allMatch(name -> precision.holds(number(name)));
        boolean targets = !attributes.has("targets") || precision.holds(Fixtures.numbers(targets()));
        return inputs && constants && targets && precision.holds(upstream());
    }

    List<Variable> variables(Engine engine) {
        List<Variable> variables = new ArrayList<>();
        for (JsonElement input : entry.getAsJsonArray("inputs")) {
            JsonObject tensor = input.getAsJsonObject();
            variables.add(engine.variable(Fixtures.shape(tensor), Fixtures.numbers(tensor.get("data"))));
        }
        return variables;
    }

    Shape shape() {
        return Fixtures.shape(entry.getAsJsonObject("output"));
    }

    double[] output() {
        return Fixtures.numbers(entry.getAsJsonObject("output").get("data"));
    }

    double[] upstream() {
        return Fixtures.numbers(entry.getAsJsonObject("upstream").get("data"));
    }

    double[] gradient(int variable) {
        return Fixtures.numbers(
                entry.getAsJsonArray("grads").get(variable).getAsJsonObject().get("data"));
    }

    /** The correctly rounded output where the reference is off, else the output. */
    double[] exactOutput() {
        return hasExact() ? Fixtures.numbers(entry.getAsJsonObject("exact").get("out")) : output();
    }

    /** The correctly rounded gradient where the reference is off, else the gradient. */
    double[] exactGradient(int variable) {
        JsonObject exact = entry.getAsJsonObject("exact");
        return hasExact() ? Fixtures.numbers(exact.getAsJsonArray("grad").get(variable)) : gradient(variable);
    }

    /** Largest upstream number but at least 1. */
    double scale() {
        return Arrays.stream(upstream()).map(Math::abs).reduce(1, Math::max);
    }

    /** The operation applied to the variables. */
    Value apply(List<Variable> variables) {
        List<Value> operands = new ArrayList<>();
        for (JsonElement index : entry.getAsJsonArray("args")) {
            operands.add(variables.get(index.getAsInt()));
        }
        String op = entry.get("op").getAsString();
        if (op.equals("concat")) {
            return operands.get(0).engine().concat(integer("axis"), operands.toArray(new Value[0]));
        }
        BiFunction<Value, Value, Value> binary = BINARY.get(op);
        return binary == null ? apply(op, operands.get(0)) : binary.apply(operands.get(0), operands.get(1));
    }

    private Value apply(String op, Value x) {
        return switch (op) {
            case "neg" -> x.neg();
            case "square" -> x.square();
            case "reciprocal" -> x.reciprocal();
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "expm1" -> x.expm1();
            case "log1p" -> x.log1p();
            case "tanh" -> x.tanh();
            case "sigmoid" -> x.sigmoid();
            case "relu" -> x.relu();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "sqrt" -> x.sqrt();
            case "abs" -> x.abs();
            case "softplus" -> x.softplus();
            case "pow" -> x.pow(number("exponent"));
            case "leaky_relu" -> x.leakyRelu(number("negative_slope"));
            case "elu" -> x.elu(number("alpha"));
            case "gelu" -> attributes.get("approximate").getAsString().equals("none") ? x.gelu() : x.geluTanh();
            case "clamp" -> x.clamp(number("min"), number("max"));
            default -> applyToArray(op, x);
        };
    }

    private Value applyToArray(String op, Value x) {
        return switch (op) {
            case "sum" -> reduce(Reduce.Kind.SUM, x);
            case "mean" -> reduce(Reduce.Kind.MEAN, x);
            case "amax" -> reduce(Reduce.Kind.MAX, x);
            case "amin" -> reduce(Reduce.Kind.MIN, x);
            case "logsumexp" -> reduce(Reduce.Kind.LOG_SUM_EXP, x);
            case "transpose" -> x.transpose();
            case "reshape" -> x.reshape(Fixtures.integers(attributes.get("shape")));
            case "slice" -> x.slice(integer("axis"), integer("start"), integer("stop"), integer("step"));
            case "softmax" -> x.softmax(integer("axis"));
            case "log_softmax" -> x.logSoftmax(integer("axis"));
            case "cross_entropy" -> reduced(x.crossEntropy(Fixtures.integers(targets())));
            case "nll" -> reduced(negativeLogLikelihood(x, Fixtures.integers(targets())));
            case "bce_with_logits" -> reduced(x.bceWithLogits(constant(x)));
            case "hinge" -> constant(x).mul(x).rsub(1).relu().mean();
            default -> throw new AssertionError("ops.json has an operation that the kit does not know: " + op);
        };
    }

    private Value reduce(Reduce.Kind kind, Value x) {
        JsonElement axis = attributes.get("axis");
        int[] axes = axis.isJsonNull()
                ? new int[0]
                : axis.isJsonArray() ? Fixtures.integers(axis) : new int[] {axis.getAsInt()};
        return x.reduce(kind, attributes.get("keepdim").getAsBoolean(), axes);
    }

    private Value reduced(Value losses) {
        return attributes.get("reduction").getAsString().equals("mean") ? losses.mean() : losses.sum();
    }

    private static Value negativeLogLikelihood(Value x, int... targets) {
        int classes = x.shape().dim(1);
        int[] positions = new int[targets.length];
        Arrays.setAll(positions, i -> i * classes + targets[i]);
        return x.reshape(-1).gather(0, positions).neg();
    }

    private Value constant(Value like) {
        return like.engine().constant(like.shape(), Fixtures.numbers(targets()));
    }

    private JsonArray targets() {
        return attributes.getAsJsonArray("targets");
    }

    private double number(String attribute) {
        return attributes.get(attribute).getAsDouble();
    }

    private int integer(String attribute) {
        return attributes.get(attribute).getAsInt();
    }
}
