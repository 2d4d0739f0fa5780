package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** Runs one instruction of an update's formula, wherever its operands lie. */
final class InstructionLoop {
    private InstructionLoop() {}

    /**
     * {@code y = op(a, b)} for {@code n} numbers of an array.
     *
     * @param tiles where the numbers that stand for all lie, each at the beginning of its slot's tile
     */
    static <A> void run(
            Kernels<A> kernels,
            Program program,
            Program.Instruction instruction,
            A tiles,
            A a,
            int aAt,
            A b,
            int bAt,
            A y,
            int yAt,
            int n) {
        Op op = instruction.op();
        if (instruction.isWeighted()) {
            double p = factor(kernels, program, instruction.leftFactor(), tiles);
            double q = factor(kernels, program, instruction.rightFactor(), tiles);
            kernels.weightedSum(p, a, aAt, op == Binary.SUB ? -q : q, b, bAt, y, yAt, n);
            return;
        }
        int[] steps = program.steps;
        int count = steps[instruction.result()] == 0 ? 1 : n;
        Kernels<A> suited = kernels.suited(op);
        if (op instanceof Unary) {
            suited.unary((Unary) op, a, aAt, y, yAt, count);
        } else {
            int aStep = steps[instruction.left()];
            int bStep = steps[instruction.right()];
            suited.binary((Binary) op, a, aAt, aStep, b, bAt, bStep, y, yAt, count);
        }
    }

    /** What an array is multiplied by, and without a factor 1, which changes no bit. */
    private static <A> double factor(Kernels<A> kernels, Program program, int operand, A tiles) {
        return operand == Program.Instruction.NONE ? 1 : kernels.get(tiles, program.slots[operand] * UpdateLane.TILE);
    }
}
