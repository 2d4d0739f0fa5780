package org.wengert.tck;

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

    private final Fields entry;
    private final Fields attributes;

    OpsFixture(JsonObject entry) {
        this(new Fields(entry, entry.get("id").getAsString()));
    }

    OpsFixture(Fields entry) {
        this.entry = entry;
        attributes = entry.object("attrs");
    }

    String id() {
        return entry.text("id");
    }

    boolean is(String tag) {
        return entry.hasText("tags", tag);
    }

    boolean hasExact() {
        return entry.has("exact");
    }

    /** Whether a precision has all numbers that go in, so that the reference is that of what an engine is given. */
    boolean isHeldBy(Precision precision) {
        boolean inputs = entry.objects("inputs").stream().allMatch(input -> precision.holds(input.numbers("data")));
        boolean constants = Stream.of("exponent", "negative_slope", "alpha", "min", "max")
                .filter(attributes::has)
                .allMatch(name -> precision.holds(number(name)));
        boolean targets = !attributes.has("targets") || precision.holds(attributes.numbers("targets"));
        return inputs && constants && targets && precision.holds(upstream());
    }

    List<Variable> variables(Engine engine) {
        List<Variable> variables = new ArrayList<>();
        for (Fields tensor : entry.objects("inputs")) {
            variables.add(engine.variable(tensor.shape(), tensor.numbers("data")));
        }
        return variables;
    }

    Shape shape() {
        return entry.object("output").shape();
    }

    double[] output() {
        return entry.object("output").numbers("data");
    }

    double[] upstream() {
        return entry.object("upstream").numbers("data");
    }

    /** Whether a variable has a gradient to compare with. */
    boolean hasGradient(int variable) {
        List<JsonElement> gradients = entry.elements("grads");
        if (variable >= gradients.size()) {
            throw entry.refused("'grads' must have an entry for each of the inputs: there are " + gradients.size());
        }
        return !gradients.get(variable).isJsonNull();
    }

    double[] gradient(int variable) {
        return entry.object("grads", entry.elements("grads").get(variable)).numbers("data");
    }

    /** The correctly rounded output where the reference is off, else the output. */
    double[] exactOutput() {
        return hasExact() ? entry.object("exact").numbers("out") : output();
    }

    /** The correctly rounded gradient where the reference is off, else the gradient. */
    double[] exactGradient(int variable) {
        if (!hasExact()) {
            return gradient(variable);
        }
        Fields exact = entry.object("exact");
        return exact.numbers("grad", exact.elements("grad").get(variable));
    }

    /** Largest upstream number but at least 1. */
    double scale() {
        return Arrays.stream(upstream()).map(Math::abs).reduce(1, Math::max);
    }

    /** Compares result and gradients with the reference's, or where those are off with what is exact. */
    void check(Tolerances tolerances, Value result, List<Variable> variables) {
        if (!result.shape().equals(shape())) {
            throw new AssertionError("shape: expected " + shape() + ", got " + result.shape());
        }
        Close.Rule rule = tolerances.reference(scale());
        if (!is("cancellation") && !is("intermediate-overflow")) {
            assertEither("output", rule, output(), exactOutput(), result.data());
        }
        for (int i = 0; i < variables.size() && !is("convention"); i++) {
            if (hasGradient(i)) {
                double[] gradient = variables.get(i).grad().data();
                assertEither("gradient " + i, rule, gradient(i), exactGradient(i), gradient);
            }
        }
    }

    /** Each number is close to the reference or to the exact result. */
    private void assertEither(String what, Close.Rule rule, double[] reference, double[] exact, double... actual) {
        if (reference.length != actual.length || exact.length != actual.length) {
            throw entry.refused(
                    "the file has " + reference.length + " numbers for " + what + ", which are " + actual.length);
        }
        for (int i = 0; i < actual.length; i++) {
            if (!rule.accepts(exact[i], actual[i])) {
                Close.assertClose(what + "[" + i + "]", rule, reference[i], actual[i]);
            }
        }
    }

    /** The operation applied to the variables. */
    Value apply(List<Variable> variables) {
        List<Value> operands = new ArrayList<>();
        for (int index : entry.integers("args")) {
            if (index < 0 || index >= variables.size()) {
                throw entry.refused("'args' must count the inputs from 0: there is no input " + index);
            }
            operands.add(variables.get(index));
        }
        String op = entry.text("op");
        if (operands.size() < (BINARY.containsKey(op) ? 2 : 1)) {
            throw entry.refused("'args' are too few for " + op + ": " + operands.size());
        }
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
            case "gelu" -> attributes.text("approximate").equals("none") ? x.gelu() : x.geluTanh();
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
            case "reshape" -> x.reshape(attributes.integers("shape"));
            case "slice" -> x.slice(integer("axis"), integer("start"), integer("stop"), integer("step"));
            case "softmax" -> x.softmax(integer("axis"));
            case "log_softmax" -> x.logSoftmax(integer("axis"));
            case "cross_entropy" -> reduced(x.crossEntropy(attributes.integers("targets")));
            case "nll" -> reduced(negativeLogLikelihood(x, attributes.integers("targets")));
            case "bce_with_logits" -> reduced(x.bceWithLogits(constant(x)));
            case "hinge" -> constant(x).mul(x).rsub(1).relu().mean();
            default -> throw entry.refused("there is no operation '" + op + "'");
        };
    }

    private Value reduce(Reduce.Kind kind, Value x) {
        JsonElement axis = attributes.get("axis");
        int[] axes = axis.isJsonNull()
                ? new int[0]
                : axis.isJsonArray() ? attributes.integers("axis") : new int[] {integer("axis")};
        return x.reduce(kind, attributes.flag("keepdim"), axes);
    }

    private Value reduced(Value losses) {
        return attributes.text("reduction").equals("mean") ? losses.mean() : losses.sum();
    }

    private static Value negativeLogLikelihood(Value x, int... targets) {
        int classes = x.shape().dim(1);
        int[] positions = new int[targets.length];
        Arrays.setAll(positions, i -> i * classes + targets[i]);
        return x.reshape(-1).gather(0, positions).neg();
    }

    private Value constant(Value like) {
        return like.engine().constant(like.shape(), attributes.numbers("targets"));
    }

    private double number(String attribute) {
        return attributes.number(attribute);
    }

    private int integer(String attribute) {
        return attributes.integer(attribute);
    }
}
