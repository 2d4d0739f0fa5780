package org.wengert.bench.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.wengert.Engine;
import org.wengert.Engines;

/** A tree that is printed with no more parentheses than it needs is read as that tree. */
class FormulaProperties {
    private static final Map<String, Double> NUMBERS = Map.of("x", 1.5, "y", -0.7);

    /**
     * What was drawn.
     *
     * @param binding how tight it holds its parts: 1 a sum, 2 a product, 3 a sign, 4 a power, 5 what has no parts
     */
    private record Tree(String text, int binding, double value) {
        /** With parentheses, if it binds looser than this. */
        String at(int needed) {
            return binding < needed ? "(" + text + ")" : text;
        }
    }

    @Property(tries = 500, seed = "20240117")
    void whatIsPrintedIsReadAsItWasMeant(@ForAll long seed) {
        Tree tree = tree(new Random(seed), 5);

        try (Engine engine = Engines.open("scalar")) {
            assertEquals(
                    tree.value(),
                    Formula.of(engine, tree.text(), NUMBERS).result().item(),
                    tree.text());
        }
    }

    private static Tree tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf(random);
        }
        Tree a = tree(random, depth - 1);
        Tree b = tree(random, depth - 1);
        String space = random.nextBoolean() ? " " : "";
        return switch (random.nextInt(7)) {
            case 0 -> new Tree(a.at(1) + space + "+" + b.at(2), 1, a.value() + b.value());
            case 1 -> new Tree(a.at(1) + "-" + space + b.at(2), 1, a.value() - b.value());
            case 2 -> new Tree(a.at(2) + space + "*" + space + b.at(3), 2, a.value() * b.value());
            case 3 -> new Tree(a.at(2) + "/" + b.at(3), 2, a.value() / b.value());
            case 4 -> new Tree("-" + space + a.at(3), 3, -a.value());
            case 5 -> new Tree(a.at(5) + "**" + b.at(3), 4, Math.pow(a.value(), b.value()));
            default -> new Tree("abs(" + space + a.text() + ")", 5, Math.abs(a.value()));
        };
    }

    private static Tree leaf(Random random) {
        if (random.nextBoolean()) {
            String name = random.nextBoolean() ? "x" : "y";
            return new Tree(name, 5, NUMBERS.get(name));
        }
        int number = random.nextInt(4);
        return new Tree(Integer.toString(number), 5, number);
    }
}
