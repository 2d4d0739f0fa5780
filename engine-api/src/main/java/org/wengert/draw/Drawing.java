package org.wengert.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** A gradient of a thousandth of the largest begins to be coloured. */
    private static final double HEAT_RANGE = 1000;

    private final Value root;
    private final int depth;
    private final int limit;
    private final @Nullable Value from;
    private final boolean heated;

    private Drawing(Value root, int depth, int limit, @Nullable Value from, boolean heated) {
        this.root = root;
        this.depth = depth;
        this.limit = limit;
        this.from = from;
        this.heated = heated;
    }

    /** All that the root was made of, if these are 200 values or fewer; else those next to it. */
    public static Drawing of(Value root) {
        return new Drawing(root, Integer.MAX_VALUE, USUAL_LIMIT, null, false);
    }

    /**
     * Only what is this many operations from the root or fewer; the rest is folded.
     *
     * @param operations from 0
     * @throws IllegalArgumentException if it is negative
     */
    public Drawing depth(int operations) {
        if (operations < 0) {
            throw new IllegalArgumentException("drawing: the depth must be 0 or more: got " + operations);
        }
        return new Drawing(root, operations, limit, from, heated);
    }

    /**
     * At most so many values, those nearest to the root; the rest is folded. It is 200 unless given.
     *
     * @param values from 1
     * @throws IllegalArgumentException if it is smaller
     */
    public Drawing limit(int values) {
        if (values < 1) {
            throw new IllegalArgumentException("drawing: the limit must be 1 or more: got " + values);
        }
        return new Drawing(root, depth, values, from, heated);
    }

    /** With all that leads from this value to the root set off from the rest. */
    public Drawing path(Value variable) {
        return new Drawing(root, depth, limit, variable, heated);
    }

    /** With values the warmer the larger their gradient, on a logarithmic scale; NaN and infinities stand out. */
    public Drawing heat() {
        return new Drawing(root, depth, limit, from, true);
    }

    /** As text for Graphviz: records {@code label | data | grad}, from left to right. */
    public String dot() {
        return Dot.text(diagram());
    }

    /** As an SVG picture, light or dark as its reader has it. */
    public String svg() {
        return Svg.text(Layout.of(diagram()));
    }

    private Diagram diagram() {
        Extract extract = new Extract(root, depth, limit);
        List<Value> values = extract.values();
        Set<Value> path = from == null ? Set.of() : extract.between(from);
        double[] heats = heated ? heats(values) : new double[values.size()];
        List<Box> boxes = new ArrayList<>();
        Map<Value, Integer> places = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            boolean onPath = path.contains(value);
            places.put(value, boxes.size());
            boxes.add(new Box(Box.Kind.VALUE, Caption.fields(value), Caption.tip(value), heats[i], onPath));
            value.op()
                    .ifPresent(op -> boxes.add(
                            extract.isUnfolded(value)
                                    ? new Box(
                                            Box.Kind.OPERATION,
                                            List.of(op.symbol()),
                                            op.name(),
                                            0,
                                            onPath && !value.equals(from))
                                    : new Box(
                                            Box.Kind.FOLDED,
                                            List.of("…"),
                                            op.name() + " of what is not drawn",
                                            0,
                                            false)));
        }
        return new Diagram(boxes, lines(extract, values, places, path));
    }

    private List<Line> lines(Extract extract, List<Value> values, Map<Value, Integer> places, Set<Value> path) {
        List<Line> lines = new ArrayList<>();
        for (Value value : values) {
            if (value.op().isEmpty()) {
                continue;
            }
            int result = place(places, value);
            int operation = result + 1;
            boolean through = path.contains(value) && !value.equals(from);
            lines.add(new Line(operation, result, 0, 1, through));
            if (extract.isUnfolded(value)) {
                List<Value> operands = value.operands();
                for (int i = 0; i < operands.size(); i++) {
                    Value operand = operands.get(i);
                    boolean onPath = through && path.contains(operand);
                    lines.add(new Line(place(places, operand), operation, i, operands.size(), onPath));
                }
            }
        }
        return lines;
    }

    private static int place(Map<Value, Integer> places, Value value) {
        return Objects.requireNonNull(places.get(value), "what an operation reads is drawn if it is");
    }

    private static double[] heats(List<Value> values) {
        double[] sizes = values.stream().mapToDouble(Caption::size).toArray();
        double largest = 0;
        for (double size : sizes) {
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        for (int i = 0; i < sizes.length; i++) {
            double share = largest == 0 ? 0 : sizes[i] / largest;
            sizes[i] = Double.isFinite(sizes[i]) ? Math.log1p(HEAT_RANGE * share) / Math.log1p(HEAT_RANGE) : Double.NaN;
        }
        return sizes;
    }
}
