package org.wengert.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;

/**
 * A picture of what a value was made of: a box for each value with its label, numbers and gradient, a box for each operation,
 * lines from left to right. The same graph gives the same bytes on every engine and in every process. Numbers are read at the
 * time the picture is asked for, while the scope of the values is open; before {@code backward}, gradients are zero.
 *
 * <pre>{@code
 * loss.backward();
 * Files.writeString(Path.of("loss.svg"), Drawing.of(loss).path(w).heat().svg());
 * }</pre>
 *
 * <p>Drawings do not change; each option gives another.
 */
public final class Drawing {
    /** As many values as fit on a screen and can still be read. */
    private static final int USUAL_LIMIT = 200;

    private final Value root;
    private final int depth;
    private final int limit;
    private final @Nullable Value from;
    private final boolean heated;
    private final Folding folding;

    private Drawing(Value root, int depth, int limit, @Nullable Value from, boolean heated, Folding folding) {
        this.root = root;
        this.depth = depth;
        this.limit = limit;
        this.from = from;
        this.heated = heated;
        this.folding = folding;
    }

    /** All that the root was made of, if these are 200 values or fewer; else those next to it. */
    public static Drawing of(Value root) {
        return new Drawing(root, Integer.MAX_VALUE, USUAL_LIMIT, null, false, Folding.NONE);
    }

    /**
     * Only what is this many operations from the root or fewer; the rest is left out, and {@code …} stands for it.
     *
     * @param operations from 0
     * @throws IllegalArgumentException if it is negative
     */
    public Drawing depth(int operations) {
        if (operations < 0) {
            throw new IllegalArgumentException("drawing: the depth must be 0 or more: got " + operations);
        }
        return new Drawing(root, operations, limit, from, heated, folding);
    }

    /**
     * At most so many values, those nearest to the root; for the rest stands {@code …}. It is 200 unless given.
     *
     * @param values from 1
     * @throws IllegalArgumentException if it is smaller
     */
    public Drawing limit(int values) {
        if (values < 1) {
            throw new IllegalArgumentException("drawing: the limit must be 1 or more: got " + values);
        }
        return new Drawing(root, depth, values, from, heated, folding);
    }

    /** With all that leads from this value to the root set off from the rest. */
    public Drawing path(Value variable) {
        return new Drawing(root, depth, limit, variable, heated, folding);
    }

    /** With values the warmer the larger their gradient, on a logarithmic scale; NaN and infinities stand out. */
    public Drawing heat() {
        return new Drawing(root, depth, limit, from, true, folding);
    }

    /**
     * With all that lies between some inputs and an output as one box, such as a layer of a network; see
     * {@link #fold(String, Collection, Collection)}.
     */
    public Drawing fold(String name, Value output, Value... inputs) {
        return fold(name, List.of(output), List.of(inputs));
    }

    /**
     * With all that lies between some inputs and outputs as one box, which counts operations and the numbers of variables in it.
     * Inputs and outputs are drawn beside it; variables and constants that something else reads too are as well. With no inputs
     * the box holds all that the outputs were made of. In an SVG picture that is opened by itself in a browser, the box is a
     * link that opens it, one at a time.
     *
     * @throws IllegalArgumentException if no operation lies between, an input leads to no output, something between is read
     *     elsewhere, an output leads to an input, or something between is folded already
     */
    public Drawing fold(String name, Collection<Value> outputs, Collection<Value> inputs) {
        return new Drawing(root, depth, limit, from, heated, folding.with(new Group(root, name, outputs, inputs)));
    }

    /** As text for Graphviz: records {@code label | data | grad}, from left to right. */
    public String dot() {
        return Dot.text(diagram(folding));
    }

    /** As an SVG picture, light or dark as its reader has it. */
    public String svg() {
        List<Layout> open = new ArrayList<>();
        for (int number = 1; number <= folding.size(); number++) {
            open.add(Layout.of(diagram(folding.opening(number)), heading(number)));
        }
        return Svg.text(Layout.of(diagram(folding)), open);
    }

    private Box heading(int number) {
        String name = folding.group(number).name();
        return new Box(Box.Kind.HEADING, List.of(Caption.cut(name), "close"), name + ": close", 0, false, number);
    }

    private Diagram diagram(Folding part) {
        return new DiagramBuilder(root, new Extract(root, depth, limit, part), part, from, heated).build();
    }
}
