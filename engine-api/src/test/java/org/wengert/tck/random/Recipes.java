package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/** Every operation that random expressions are made of, simple ones first. A new structural one is added here. */
final class Recipes {
    private static final List<Recipe> STRUCTURAL = List.of(
            ReduceRecipe::draw,
            Rearrangements::reshape,
            Rearrangements::broadcastTo,
            Rearrangements::slice,
            Rearrangements::transpose,
            Rearrangements::gather,
            ConcatRecipe::draw,
            WhereRecipe::draw,
            MatMulRecipe::draw,
            LinearRecipe::draw,
            SoftmaxRecipe::draw,
            CrossEntropyRecipe::draw,
            SquaredErrorRecipe::draw);

    private static final List<Recipe> ALL = all();

    private static final int BINARY = Binary.table().size();
    private static final int UNARY = Unary.table().size();

    private Recipes() {}

    private static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>();
        Binary.table().forEach(op -> all.add((step, pool) -> BinaryRecipe.draw(op, step, pool)));
        Unary.table().forEach(op -> all.add((step, pool) -> UnaryRecipe.draw(op, step, pool)));
        all.addAll(STRUCTURAL);
        return List.copyOf(all);
    }

    static Recipe of(int number) {
        return ALL.get(number % ALL.size());
    }

    /** A number of a recipe: each of the three kinds as often as the others. */
    static int any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(BINARY);
            case 1 -> BINARY + random.nextInt(UNARY);
            default -> BINARY + UNARY + random.nextInt(STRUCTURAL.size());
        };
    }
}
