package org.wengert.tape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.tape.Instruction.Elementwise;
import org.wengert.tape.Instruction.RootStep;
import org.wengert.tape.Instruction.WeightedSquare;
import org.wengert.tape.Instruction.WeightedSum;

/**
 * Finds in a formula what optimisers are made of - sums of arrays times numbers, means of squares, steps divided by a root -
 * and lets one loop compute it where there were two to five. The bits are those of one operation after another.
 */
final class Fusion {
    /** The operations whose result is read once and so need not be written anywhere, by result. */
    private final Map<Integer, Elementwise> single = new HashMap<>();

    private final Set<Elementwise> taken = new HashSet<>();
    private final int[] steps;

    private Fusion(List<Elementwise> written, int[] steps, int[] outputs) {
        this.steps = steps;
        int[] reads = new int[steps.length];
        Arrays.stream(outputs).forEach(output -> reads[output]++);
        for (Elementwise operation : written) {
            reads[operation.left()]++;
            if (!(operation.op() instanceof Unary)) { // which has its operand twice
                reads[operation.right()]++;
            }
        }
        for (Elementwise operation : written) {
            if (reads[operation.result()] == 1) {
                single.put(operation.result(), operation);
            }
        }
    }

    /** The same formula in fewer instructions. */
    static List<Instruction> of(List<Elementwise> written, int[] steps, int[] outputs) {
        Fusion fusion = new Fusion(written, steps, outputs);
        List<Instruction> fused = written.stream().map(fusion::fused).toList();
        return fused.stream()
                .filter(instruction ->
                        !(instruction instanceof Elementwise operation && fusion.taken.contains(operation)))
                .toList();
    }

    /** A sum with what it adds in it; any other operation as it is. */
    private Instruction fused(Elementwise sum) {
        boolean minus = sum.op() == Binary.SUB;
        if (!minus && sum.op() != Binary.ADD || !isArray(sum.left()) || !isArray(sum.right())) {
            return sum;
        }
        Elementwise left = takeProduct(sum.left());
        Elementwise right = takeProduct(sum.right());
        int a = left == null ? sum.left() : array(left);
        int p = left == null ? Instruction.NONE : number(left);
        int b = right == null ? sum.right() : array(right);
        int q = right == null ? Instruction.NONE : number(right);
        RootStep step = minus ? rootStep(a, p, b, q, sum.result()) : null;
        if (step != null) {
            return step;
        }
        Elementwise square = take(b, Unary.SQUARE);
        if (square != null) {
            return new WeightedSquare(minus, a, p, square.left(), q, sum.result());
        }
        return left == null && right == null ? sum : new WeightedSum(minus, a, p, b, q, sum.result());
    }

    /** The step if what is subtracted is an array divided by a root and a number; else null. */
    private @Nullable RootStep rootStep(int from, int fromFactor, int operand, int factor, int result) {
        Elementwise quotient = readOnce(operand, Binary.DIV);
        Elementwise divisor = quotient == null ? null : readOnce(quotient.right(), Binary.ADD);
        if (quotient == null || divisor == null || !isArray(quotient.left()) || !isByNumber(divisor)) {
            return null;
        }
        Elementwise root = readOnce(array(divisor), Unary.SQRT);
        if (root == null) {
            return null;
        }
        taken.addAll(List.of(quotient, divisor, root));
        return new RootStep(from, fromFactor, quotient.left(), factor, root.left(), number(divisor), result);
    }

    /** Takes an array times a number into what reads it; null if the operand is not one. */
    private @Nullable Elementwise takeProduct(int operand) {
        Elementwise product = readOnce(operand, Binary.MUL);
        return product != null && isByNumber(product) ? take(operand, Binary.MUL) : null;
    }

    /** Takes an operation that is read once into what reads it; null if the operand is not the result of one. */
    private @Nullable Elementwise take(int operand, Op op) {
        Elementwise operation = readOnce(operand, op);
        if (operation != null) {
            taken.add(operation);
        }
        return operation;
    }

    private @Nullable Elementwise readOnce(int operand, Op op) {
        Elementwise operation = single.get(operand);
        return operation != null && operation.op() == op ? operation : null;
    }

    private boolean isArray(int operand) {
        return steps[operand] == 1;
    }

    private boolean isByNumber(Elementwise operation) {
        return steps[operation.left()] != steps[operation.right()];
    }

    private int array(Elementwise operation) {
        return isArray(operation.left()) ? operation.left() : operation.right();
    }

    private int number(Elementwise operation) {
        return isArray(operation.left()) ? operation.right() : operation.left();
    }
}
