package org.wengert.tck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** Every row of {@code conventions.json} in our words. */
final class Conventions {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private final Map<String, Convention> all = new LinkedHashMap<>();

    private Conventions() {}

    /** By the row's id. */
    static Map<String, Convention> all() {
        Conventions conventions = new Conventions();
        conventions.kinks();
        conventions.ties();
        conventions.powers();
        conventions.domains();
        conventions.divisions();
        conventions.saturations();
        conventions.softplusAndSigmoid();
        conventions.logSumExps();
        conventions.softmaxes();
        conventions.reuse();
        conventions.compositions();
        conventions.absent();
        return conventions.all;
    }

    private void row(String id, Convention convention) {
        all.put(id, convention);
    }

    private void row(String id, String java, Function<Variable, Value> expression) {
        row(id, Convention.of(java, expression));
    }

    private void pair(String id, String java, BiFunction<Variable, Variable, Value> expression) {
        row(id, Convention.ofTwo(java, expression));
    }

    private void kinks() {
        row("relu(0)", "x.relu()", Value::relu);
        row("relu(-0.0)", "x.relu()", Value::relu);
        row(
                "leaky_relu(0), slope 0.01",
                Convention.of("x.leakyRelu(0.01)", x -> x.leakyRelu(0.01)).noted("0 belongs to the left branch"));
        row("elu(0)", "x.elu(1)", x -> x.elu(1));
        row("abs(0)", Convention.of("x.abs()", Value::abs).noted("the subgradient of least size"));
        row("abs(-0.0)", "x.abs()", Value::abs);
        row(
                "maximum(x,0) at 0",
                Convention.of("x.maximum(0)", x -> x.maximum(0)).noted("a tie: not the same as relu"));
        row(
                "clamp(x,-1,1) at 1",
                Convention.of("x.clamp(-1, 1)", x -> x.clamp(-1, 1)).noted("bounds belong to the inside"));
        row("clamp(x,-1,1) at -1", "x.clamp(-1, 1)", x -> x.clamp(-1, 1));
        row("hinge relu(1-x) at margin 1", "x.rsub(1).relu()", x -> x.rsub(1).relu());
    }

    private void ties() {
        pair("maximum(x,y), x=y=1", "x.maximum(y)", Variable::maximum);
        pair("minimum(x,y), x=y=1", "x.minimum(y)", Variable::minimum);
        pair("maximum(0.0,-0.0)", "x.maximum(y)", Variable::maximum);
        row("maximum(x,x)", "x.maximum(x)", x -> x.maximum(x));
        row("max over [2,1,2]", "x.max()", x -> x.max());
        row("max over [nan,1]", "x.max()", x -> x.max());
        row(
                "maximum(nan,1)",
                Convention.ofTwo("x.maximum(y)", Variable::maximum)
                        .own("neither number is the larger: NaN stays visible", NAN, NAN, NAN));
        row("relu(nan)", Convention.of("x.relu()", Value::relu).own("NaN stays visible", NAN, NAN));
    }

    private void powers() {
        for (String exponent : new String[] {"2", "1", "0", "1.5", "0.5", "-1"}) {
            power("x**" + exponent + " at 0", exponent);
        }
        power("x**0 at nan", "0");
        power("x**0 at inf", "0");
        row(
                "x**0.0 (float exponent) at 0",
                Convention.of("x.pow(0.0)", x -> x.pow(0.0)).noted("x^0 is 1 everywhere, so its slope is 0"));
        power("x**2.0 (float exponent) at 0", "2");
        power("x**2 at -0.0", "2");
        row(
                "x**0.5 at -0.0",
                Convention.of("x.pow(0.5)", x -> x.pow(0.5)).own("as IEEE pow: a zero's sign is no side", 0, INF));
        row(
                "x**-0.5 at -0.0",
                Convention.of("x.pow(-0.5)", x -> x.pow(-0.5)).own("as IEEE pow: a zero's sign is no side", INF, -INF));
        power("x**-1 at -0.0", "-1");
        power("x**3 at -2", "3");
        power("x**3.0 at -2", "3");
        power("x**-2 at -2", "-2");
        power("x**0.5 at -2", "0.5");
        for (String at : new String[] {"(0,2)", "(0,1)", "(0,0)", "(0,-1)", "(-2,2)", "(2,0)"}) {
            pair("x**y at " + at, "x.pow(y)", (x, y) -> x.pow(y));
        }
    }

    private void power(String id, String exponent) {
        double k = Double.parseDouble(exponent);
        row(id, "x.pow(" + exponent + ")", x -> x.pow(k));
    }

    private void domains() {
        row("log(0)", "x.log()", Value::log);
        row("log(-0.0)", "x.log()", Value::log);
        row(
                "log(-1)",
                Convention.of("x.log()", Value::log)
                        .own("there is no function here and so no slope, where references give 1/x", NAN, NAN));
        row("0*log(0)", "x.log().mul(0)", x -> x.log().mul(0));
        row("x*log(x) at 0", "x.mul(x.log())", x -> x.mul(x.log()));
        row("where(x>0, log(x), 0) at 0", masked(Value::log, "log"));
        row("where(x>0, sqrt(x), 0) at 0", masked(Value::sqrt, "sqrt"));
        row("sqrt(0)", "x.sqrt()", Value::sqrt);
        row("0*sqrt(0)", "x.sqrt().mul(0)", x -> x.sqrt().mul(0));
        row("sqrt(x*x) at 0", "x.mul(x).sqrt()", x -> x.mul(x).sqrt());
        row("sqrt(-1)", "x.sqrt()", Value::sqrt);
        row("mean of nothing", "x.mean()", x -> x.mean());
        row("sum of nothing", "x.sum()", x -> x.sum());
    }

    private static Convention masked(Function<Value, Value> op, String name) {
        return Convention.of(
                        "x." + name + "().where(mask, 0), mask false",
                        x -> op.apply(x).where(Shape.SCALAR, new boolean[] {x.item() > 0}, x.constantLike(0)))
                .noted("zero from the choice times an infinite slope: mask the input of " + name + " instead");
    }

    private void divisions() {
        row("1/x at 0", "x.rdiv(1)", x -> x.rdiv(1));
        row("1/x at -0.0", "x.rdiv(1)", x -> x.rdiv(1));
        for (String at : new String[] {"(0,0)", "(1,1e-300)", "(1e-200,1e-200)", "(1e200,1e200)"}) {
            pair("x/y at " + at, "x.div(y)", Variable::div);
        }
        row("x/x at 0", "x.div(x)", x -> x.div(x));
        pair("inf - inf", "x.sub(y)", Variable::sub);
        pair("0 * inf", "x.mul(y)", Variable::mul);
    }

    private void saturations() {
        row("exp(710)", "x.exp()", Value::exp);
        row("exp(-746)", "x.exp()", Value::exp);
        for (String at : new String[] {"1e-20", "20", "355", "-1000", "inf"}) {
            row("tanh(" + at + ")", "x.tanh()", Value::tanh);
        }
        row(
                "tanh(10)",
                Convention.of("x.tanh()", Value::tanh)
                        .own("all digits of the slope are right", 0.9999999958776927, 8.244614455767397e-9));
        row("(exp(2x)-1)/(exp(2x)+1) at 400 (seed formula)", "e.sub(1).div(e.add(1)), e = x.mul(2).exp()", x -> {
            Value e = x.mul(2).exp();
            return e.sub(1).div(e.add(1));
        });
    }

    private void softplusAndSigmoid() {
        row(
                "sigmoid(-710)",
                Convention.of("x.sigmoid()", Value::sigmoid)
                        .own("does not underflow early", 4.476286225675137e-309, 4.476286225675137e-309));
        row("sigmoid(-1000)", "x.sigmoid()", Value::sigmoid);
        row("sigmoid(1000)", "x.sigmoid()", Value::sigmoid);
        row(
                "sigmoid(20)",
                Convention.of("x.sigmoid()", Value::sigmoid)
                        .own("all digits of the slope are right", 0.9999999979388463, 2.061153613941849e-9));
        row(
                "1/(1+exp(-x)) at -800 (naive)",
                "x.neg().exp().add(1).rdiv(1)",
                x -> x.neg().exp().add(1).rdiv(1));
        row("softplus(1000)", "x.softplus()", Value::softplus);
        row("softplus(-40)", "x.softplus()", Value::softplus);
        row(
                "softplus(20.5)",
                Convention.of("x.softplus()", Value::softplus)
                        .own("no threshold above which it is linear", 20.500000001250154, 0.9999999987498462));
        row("logsigmoid(-1000)", "x.logSigmoid()", Value::logSigmoid);
        row("log(sigmoid(x)) at -800", "x.sigmoid().log()", x -> x.sigmoid().log());
        row(
                "log(1+exp(x)) at 800 (naive)",
                "x.exp().add(1).log()",
                x -> x.exp().add(1).log());
        row("bce_with_logits(-1000, target 1)", "x.bceWithLogits(one)", x -> x.bceWithLogits(x.constantLike(1)));
    }

    private void logSumExps() {
        for (String at : new String[] {"[1000,1000]", "[-1000,-1001]", "[-inf,0]", "[-inf,-inf]", "[inf,0]"}) {
            row("logsumexp(" + at + ")", "x.logSumExp()", x -> x.logSumExp());
        }
        row(
                "log(sum(exp)) of [800,0] (naive)",
                "x.exp().sum().log()",
                x -> x.exp().sum().log());
    }

    private void softmaxes() {
        for (String at : new String[] {"[1000,0]", "[inf,0]", "[-inf,-inf]"}) {
            row(
                    "softmax(" + at + ")[0]",
                    "x.softmax(0).slice(0, 0, 1)",
                    x -> x.softmax(0).slice(0, 0, 1));
        }
        for (String at : new String[] {"[1000,0]", "[inf,0]"}) {
            row(
                    "log_softmax(" + at + ")[1]",
                    "x.logSoftmax(0).slice(0, 1, 2)",
                    x -> x.logSoftmax(0).slice(0, 1, 2));
        }
        row(
                "log_softmax([30,-30,0])[0]",
                "x.logSoftmax(0).slice(0, 0, 1)",
                x -> x.logSoftmax(0).slice(0, 0, 1));
    }

    private void reuse() {
        row("x*x at 3", "x.mul(x)", x -> x.mul(x));
        row("x+x at 3", "x.add(x)", x -> x.add(x));
        row("x-x at 3", "x.sub(x)", x -> x.sub(x));
        row("x/x at 3", "x.div(x)", x -> x.div(x));
    }

    /** Not operations here, but short to write. */
    private void compositions() {
        for (String at : new String[] {"[0,2,3]", "[0,0,3]"}) {
            row(
                    "prod(" + at + ")",
                    Convention.of(
                                    "x0.mul(x1).mul(x2) of slices",
                                    x -> x.slice(0, 0, 1).mul(x.slice(0, 1, 2)).mul(x.slice(0, 2, 3)))
                            .noted("composed; never a quotient"));
        }
        row(
                "norm([0,0])",
                Convention.of("x.square().sum().sqrt()", x -> x.square().sum().sqrt())
                        .own("composed: 0 times the infinite slope of the root", 0, NAN, NAN));
        row(
                "hypot(0,0)",
                Convention.ofTwo(
                                "x.square().add(y.square()).sqrt()",
                                (x, y) -> x.square().add(y.square()).sqrt())
                        .noted("composed: 0 times the infinite slope of the root"));
        row(
                "var of one element",
                Convention.of(
                                "x.sub(x.mean()).square().sum().div(n - 1)",
                                x -> x.sub(x.mean()).square().sum().div(0))
                        .noted("composed"));
    }

    private void absent() {
        row("sign(0)", Convention.none("not an operation here: its slope is 0 wherever it has one"));
        row("floor(1.5)", Convention.none("not an operation here: its slope is 0 wherever it has one"));
        row("atan2(0,0)", Convention.none("not an operation here"));
        row(
                "max over [2,1,2] with index (max(dim))",
                Convention.none("not an operation here: max gives no index, and shares ties"));
    }
}
