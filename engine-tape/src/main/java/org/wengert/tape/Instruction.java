package org.wengert.tape;

import java.util.stream.IntStream;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * One loop of an update's formula; what it reads and computes are operands of a {@link Program}, by number. Each kind calls one
 * kernel, so that loops are compiled one by one and not all of them once more into whatever runs the formula.
 */
sealed interface Instruction {
    /** Stands for a factor that there is none of. */
    int NONE = -1;

    /** The operand that is computed. */
    int result();

    /** What is read, numbers too: they may be computed from other numbers. */
    int[] operands();

    /** Whether the result may lie where an operand does: nothing is read at a place once it has been written there. */
    boolean isOnePass();

    /**
     * Computes the result.
     *
     * @param n how many numbers an array has
     */
    <A> void run(Kernels<A> kernels, UpdateLane<A> lane, int n);

    /**
     * {@code y = op(a, b)}; a unary operation has its operand twice. A function of a single number in 64 bits is computed as those
     * of arrays are: with {@code kernels=vector} its last bit may differ from that of the engine's own numbers.
     */
    record Elementwise(Op op, int left, int right, int result) implements Instruction {
        @Override
        public int[] operands() {
            return new int[] {left, right};
        }

        @Override
        public boolean isOnePass() {
            return op == Binary.ADD || op == Binary.SUB || op == Binary.MUL || op == Binary.DIV;
        }

        @Override
        public <A> void run(Kernels<A> kernels, UpdateLane<A> lane, int n) {
            A a = lane.array(left);
            int aAt = lane.at(left);
            A y = lane.array(result);
            int yAt = lane.at(result);
            int count = lane.step(result) == 0 ? 1 : n;
            Kernels<A> suited = kernels.suited(op);
            if (op instanceof Unary) {
                suited.unary((Unary) op, a, aAt, y, yAt, count);
            } else {
                A b = lane.array(right);
                int bAt = lane.at(right);
                suited.binary((Binary) op, a, aAt, lane.step(left), b, bAt, lane.step(right), y, yAt, count);
            }
        }
    }

    /** {@code y = p a + q b} or {@code p a - q b}, where each factor is there or not. */
    record WeightedSum(boolean minus, int left, int leftFactor, int right, int rightFactor, int result)
            implements Instruction {
        @Override
        public int[] operands() {
            return present(left, leftFactor, right, rightFactor);
        }

        @Override
        public boolean isOnePass() {
            return true;
        }

        @Override
        public <A> void run(Kernels<A> kernels, UpdateLane<A> lane, int n) {
            double q = number(lane, rightFactor);
            kernels.updates()
                    .weightedSum(
                            number(lane, leftFactor),
                            lane.array(left),
                            lane.at(left),
                            minus ? -q : q,
                            lane.array(right),
                            lane.at(right),
                            lane.array(result),
                            lane.at(result),
                            n);
        }
    }

    /** {@code y = p a + q b^2} or {@code p a - q b^2}, likewise. */
    record WeightedSquare(boolean minus, int left, int leftFactor, int base, int rightFactor, int result)
            implements Instruction {
        @Override
        public int[] operands() {
            return present(left, leftFactor, base, rightFactor);
        }

        @Override
        public boolean isOnePass() {
            return true;
        }

        @Override
        public <A> void run(Kernels<A> kernels, UpdateLane<A> lane, int n) {
            double q = number(lane, rightFactor);
            kernels.updates()
                    .weightedSquare(
                            number(lane, leftFactor),
                            lane.array(left),
                            lane.at(left),
                            minus ? -q : q,
                            lane.array(base),
                            lane.at(base),
                            lane.array(result),
                            lane.at(result),
                            n);
        }
    }

    /** {@code y = p w - q (a / (sqrt(v) + e))}, what methods end in that give every number a rate of its own. */
    record RootStep(int from, int fromFactor, int dividend, int factor, int square, int summand, int result)
            implements Instruction {
        @Override
        public int[] operands() {
            return present(from, fromFactor, dividend, factor, square, summand);
        }

        @Override
        public boolean isOnePass() {
            return true;
        }

        @Override
        public <A> void run(Kernels<A> kernels, UpdateLane<A> lane, int n) {
            kernels.updates()
                    .rootStep(
                            number(lane, fromFactor),
                            lane.array(from),
                            lane.at(from),
                            number(lane, factor),
                            lane.array(dividend),
                            lane.at(dividend),
                            lane.array(square),
                            lane.at(square),
                            lane.number(summand),
                            lane.array(result),
                            lane.at(result),
                            n);
        }
    }

    private static int[] present(int... operands) {
        return IntStream.of(operands).filter(operand -> operand != NONE).toArray();
    }

    /** A factor that is not there is 1, which changes no bit. */
    private static <A> double number(UpdateLane<A> lane, int operand) {
        return operand == NONE ? 1 : lane.number(operand);
    }
}
