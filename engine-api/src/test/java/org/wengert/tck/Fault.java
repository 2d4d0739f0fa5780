package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.op.Concat;
import org.wengert.op.Gather;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Softmax;
import org.wengert.op.Unary;

/** One thing that is wrong with an engine, the test of the kit that finds it, and the words by which it is named. */
enum Fault {
    NONE("", "") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            return good.apply(op, operands);
        }
    },

    WRONG_SLOPE_OF_TANH("aUnaryOperationPassesTheGradientCheck", "tanh: gradient check failed") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            Unary wrong = Unary.of("tanh", Math::tanh, (x, y) -> 1 - y);
            return good.apply(op.equals(Unary.TANH) ? wrong : op, operands);
        }
    },

    RIGHT_SHARE_OF_MATMUL_DROPPED(
            "aStructuralOperationAgreesWithPlainLoops",
            "gradient of MatMul[transposeLeft=false, transposeRight=false] of [2, 3] and [3, 4] by operand b") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            return good.apply(op, op instanceof MatMul ? List.of(operands.get(0), cut(operands.get(1))) : operands);
        }
    },

    GATHER_FORGOTTEN("aStructuralOperationAgreesWithPlainLoops", "value of gather of [3]: number 0 of 4") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            Value result = good.apply(op, operands);
            return op instanceof Gather ? result.mul(0) : result;
        }
    },

    UPSTREAM_OF_SOFTMAX_ADDED("aStructuralOperationPassesTheGradientCheck", "Softmax[axis=0, logarithmic=false]") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            Value x = operands.get(0);
            Value result = good.apply(op, operands);
            return op instanceof Softmax ? result.add(x.sub(cut(x))) : result;
        }
    },

    REPEATED_OPERANDS_OF_CONCAT_LOST(
            "aConcatenationOfAValueWithItselfAddsTheSharesOfAllItsPlaces", "gradient: number 0 of 2: expected 10101") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            return good.apply(op, op instanceof Concat ? withoutRepeats(operands) : operands);
        }
    },

    PARAMETERS_OF_LEAKY_RELU_IGNORED(
            "aUnaryOperationGivesTheTablesValueAndSlopeBitForBit", "value of leakyRelu(0.5) at") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            return good.apply(op.name().equals("leakyRelu") ? Unary.leakyRelu(0.01) : op, operands);
        }
    },

    SINGLE_PRECISION_INSIDE(
            "resultsHaveTheDeclaredPrecision", "sum to 1 + 2^-30: expected 1.0000000009313226, got 1.0") {
        @Override
        Value apply(Engine good, Op op, List<Value> operands) {
            return good.apply(Unary.of("rounded", x -> (float) x, (x, y) -> 1), good.apply(op, operands));
        }
    };

    private final String test;
    private final String words;

    Fault(String test, String words) {
        this.test = test;
        this.words = words;
    }

    /** What the broken engine makes of an operation. */
    abstract Value apply(Engine good, Op op, List<Value> operands);

    /** What the broken engine does to differentiate. */
    void backward(Engine good, Value root, double... seed) {
        good.backward(root, seed);
    }

    /** The name of a test that must fail. */
    String test() {
        return test;
    }

    /** What the failure must say. */
    String words() {
        return words;
    }

    /** The same numbers without the way back. */
    private static Value cut(Value x) {
        return x.engine().constant(x.shape(), x.data());
    }

    private static List<Value> withoutRepeats(List<Value> operands) {
        List<Value> seen = new ArrayList<>();
        return operands.stream()
                .map(x -> seen.contains(x) ? cut(x) : x)
                .peek(seen::add)
                .collect(Collectors.toList());
    }
}
