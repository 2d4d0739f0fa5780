package org.wengert.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wengert.Variable;

/**
 * Runs an update of small variables as if they were one: their numbers are brought together in tiles, every instruction
 * of the formula runs once over all of them, and results are brought back. To call a loop costs more than a few dozen
 * numbers do. The numbers are the same as those of one variable after another.
 *
 * @param <A> the array type of the precision
 */
final class GatheredUpdate<A> implements Operands<A> {
    private static final int TILE = UpdateLane.TILE;

    private final Kernels<A> kernels;

    /** A tile for each slot; a number that stands for all lies at the beginning of its tile. */
    private A tiles;

    private int tileCount;

    private @Nullable Program bound;
    private double[] boundNumbers = new double[0];

    /** Each variable and after it its states, and how many numbers of theirs a tile holds. */
    private final List<TapeVariable<A>> gathered = new ArrayList<>();

    private int filled;

    GatheredUpdate(Kernels<A> kernels) {
        this.kernels = kernels;
        tiles = kernels.allocate(0);
    }

    /** Whether there is room for so many numbers. */
    boolean hasRoom(int size) {
        return filled + size <= TILE;
    }

    /** Begins an update; what one that failed had gathered is forgotten. */
    void begin(Program program, double... numbers) {
        forget();
        if (program == bound && Arrays.equals(numbers, boundNumbers)) {
            return;
        }
        if (program.slotCount > tileCount) {
            tiles = kernels.allocate(program.slotCount * TILE);
            tileCount = program.slotCount;
        }
        for (int i = 0; i < numbers.length; i++) {
            kernels.spread(numbers[i], tiles, tile(program, program.firstNumber() + i), 1, false);
        }
        for (Program.Constant constant : program.constants) {
            kernels.spread(constant.value(), tiles, tile(program, constant.operand()), 1, false);
        }
        bound = program;
        boundNumbers = numbers.clone();
    }

    private static int tile(Program program, int operand) {
        return program.slots[operand] * TILE;
    }

    /** Brings in a variable and what is remembered of it. */
    @SuppressWarnings("unchecked") // checked to be of this engine
    void add(Program program, TapeVariable<A> variable, List<? extends Variable> states) {
        bringIn(program, 0, variable);
        for (int i = 0; i < states.size(); i++) {
            bringIn(program, i + 1, (TapeVariable<A>) states.get(i));
        }
        A gradient = variable.gradient();
        int at = tile(program, Program.GRADIENT) + filled;
        if (gradient == null) {
            kernels.spread(0, tiles, at, variable.size(), false);
        } else {
            kernels.copy(gradient, 0, tiles, at, variable.size(), false);
        }
        filled += variable.size();
    }

    private void bringIn(Program program, int i, TapeVariable<A> variable) {
        gathered.add(variable);
        kernels.copy(variable.numbers, 0, tiles, tile(program, Program.input(i)) + filled, variable.size(), false);
    }

    /** Moves what was gathered, which is then forgotten: it belongs to a model. */
    void run(Program program) {
        for (Instruction instruction : program.instructions) {
            instruction.run(kernels, this, filled);
        }
        int at = 0;
        for (int first = 0; first < gathered.size(); first += program.outputs.length) {
            for (int i = 0; i < program.outputs.length; i++) {
                bringBack(program, program.outputs[i], at, gathered.get(first + i));
            }
            at += gathered.get(first).size();
        }
        forget();
    }

    private void forget() {
        gathered.clear();
        filled = 0;
    }

    private void bringBack(Program program, int output, int at, TapeVariable<A> to) {
        int tile = tile(program, output);
        if (program.steps[output] == 0) {
            kernels.spread(kernels.get(tiles, tile), to.numbers, 0, to.size(), false);
        } else {
            kernels.copy(tiles, tile + at, to.numbers, 0, to.size(), false);
        }
    }

    @Override
    public A array(int operand) {
        return tiles;
    }

    @Override
    public int at(int operand) {
        return tile(Objects.requireNonNull(bound), operand);
    }

    @Override
    public int step(int operand) {
        return Objects.requireNonNull(bound).steps[operand];
    }

    @Override
    public double number(int operand) {
        return kernels.get(tiles, at(operand));
    }
}
