package org.wengert.tape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wengert.op.Binary;
import org.wengert.tape.Program.Instruction;

/**
 * Finds in a formula what optimisers are made of, {@code p a + q b} and {@code a - q b} for numbers p and q, and lets one
 * loop compute it where there were two or three. The bits are those of one operation after another.
 */
final class WeightedSums {
    /** The instructions that compute an operand which is read once, by operand. */
    private final Map<Integer, Instruction> products = new HashMap<>();

    private final int[] steps;

    private WeightedSums(List<Instruction> written, int[] steps, int[] outputs) {
        this.steps = steps;
        int[] reads = new int[steps.length];
        Arrays.stream(outputs).forEach(output -> reads[output]++);
        for (Instruction instruction : written) {
            reads[instruction.left()]++;
            reads[instruction.right()]++;
        }
        for (Instruction instruction : written) {
            boolean byNumber = steps[instruction.left()] != steps[instruction.right()];
            if (instruction.op() == Binary.MUL && byNumber && reads[instruction.result()] == 1) {
                products.put(instruction.result(), instruction);
            }
        }
    }

    /** The same formula in fewer instructions. */
    static List<Instruction> of(List<Instruction> written, int[] steps, int[] outputs) {
        WeightedSums sums = new WeightedSums(written, steps, outputs);
        Set<Instruction> taken = new HashSet<>();
        List<Instruction> fused = written.stream()
                .map(instruction -> sums.fused(instruction, taken))
                .toList();
        return fused.stream()
                .filter(instruction -> !taken.contains(instruction))
                .toList();
    }

    /** An instruction with the products that it adds in it. */
    private Instruction fused(Instruction sum, Set<Instruction> taken) {
        boolean arrays = steps[sum.left()] == 1 && steps[sum.right()] == 1;
        if (!arrays || sum.op() != Binary.ADD && sum.op() != Binary.SUB) {
            return sum;
        }
        Instruction left = products.get(sum.left());
        Instruction right = products.get(sum.right());
        if (left != null) {
            taken.add(left);
        }
        if (right != null) {
            taken.add(right);
        }
        return new Instruction(
                sum.op(),
                left == null ? sum.left() : array(left),
                left == null ? Instruction.NONE : number(left),
                right == null ? sum.right() : array(right),
                right == null ? Instruction.NONE : number(right),
                sum.result());
    }

    private int array(Instruction product) {
        return steps[product.left()] == 1 ? product.left() : product.right();
    }

    private int number(Instruction product) {
        return steps[product.left()] == 1 ? product.right() : product.left();
    }
}
