package org.wengert.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places for boxes and ways for lines (Sugiyama, Tagawa and Toda 1981): columns by the longest path to the root, crossings
 * reduced by ordering each column by its neighbours' mean places, heights by least squares. A line that passes a column has a
 * place of its own there, so that no line runs behind a box.
 */
final class Layout {
    private static final int SWEEPS = 12;

    /**
     * A box with its place.
     *
     * @param x of its left side
     * @param y of its upper side
     */
    record Placed(Box box, double x, double y) {}

    /**
     * Corners of a way, from left to right: it bends between columns and is level within them.
     *
     * @param onPath whether it is to be seen
     */
    record Way(boolean onPath, List<Point> points) {}

    /** A point. */
    record Point(double x, double y) {}

    private final Diagram diagram;
    private final @Nullable Box heading;
    private final int[] columnOf;
    private final Column[] columns;
    private final Column.Item[] items;

    /** Where the lines from a box pass, column by column, by the box's number. */
    private final Map<Integer, List<Column.Item>> passings = new TreeMap<>();

    final List<Placed> boxes = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    final double width;
    final double height;

    private Layout(Diagram diagram, @Nullable Box heading) {
        this.diagram = diagram;
        this.heading = heading;
        columnOf = columns(diagram);
        columns = new Column[Arrays.stream(columnOf).max().orElse(0) + 1];
        Arrays.setAll(columns, i -> new Column());
        items = new Column.Item[columnOf.length];
        fill();
        order();
        width = spread();
        height = align();
        for (int i = 0; i < items.length; i++) {
            Column column = columns[columnOf[i]];
            Box box = diagram.boxes().get(i);
            double indent = (column.width - Metrics.width(box)) / 2;
            boxes.add(new Placed(box, column.x + indent, items[i].y - Metrics.BOX_HEIGHT / 2));
        }
        draw();
        if (heading != null) {
            boxes.add(0, new Placed(heading, Metrics.MARGIN, Metrics.MARGIN));
        }
    }

    static Layout of(Diagram diagram) {
        return new Layout(diagram, null);
    }

    /** With one more box above all others. */
    static Layout of(Diagram diagram, Box heading) {
        return new Layout(diagram, heading);
    }

    /** The column of each box: as far left of the root's as the longest path to it says. */
    private static int[] columns(Diagram diagram) {
        int n = diagram.boxes().size();
        int[] users = new int[n];
        List<List<Integer>> operands = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
                .limit(n)
                .toList();
        for (Line line : diagram.lines()) {
            users[line.from()]++;
            operands.get(line.to()).add(line.from());
        }
        int[] distance = new int[n];
        Deque<Integer> ready = new ArrayDeque<>(List.of(0));
        while (!ready.isEmpty()) {
            int box = ready.remove();
            for (int operand : operands.get(box)) {
                distance[operand] = Math.max(distance[operand], distance[box] + 1);
                if (--users[operand] == 0) {
                    ready.add(operand);
                }
            }
        }
        int last = Arrays.stream(distance).max().orElse(0);
        return Arrays.stream(distance).map(d -> last - d).toArray();
    }

    private void fill() {
        for (int i = 0; i < items.length; i++) {
            items[i] = new Column.Item(i, false);
            columns[columnOf[i]].add(items[i]);
        }
        for (Line line : diagram.lines()) {
            Column.Item item = items[line.from()];
            List<Column.Item> passing = passings.computeIfAbsent(line.from(), from -> new ArrayList<>());
            int between = columnOf[line.to()] - columnOf[line.from()] - 1;
            for (int k = 0; k < between; k++) {
                if (k == passing.size()) {
                    Column.Item next = new Column.Item(line.from(), true);
                    passing.add(next);
                    columns[columnOf[line.from()] + 1 + k].add(next);
                    connect(item, next);
                }
                item = passing.get(k);
            }
            connect(item, items[line.to()]);
        }
    }

    private static void connect(Column.Item left, Column.Item right) {
        left.right.add(right);
        right.left.add(left);
    }

    private void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = columns.length - 2; i >= 0; i--) {
                columns[i].order(item -> item.right);
            }
            for (int i = 1; i < columns.length && sweep < SWEEPS - 1; i++) {
                columns[i].order(item -> item.left);
            }
        }
    }

    /** Places columns side by side; returns the width of all. */
    private double spread() {
        double x = Metrics.MARGIN;
        for (int i = 0; i < items.length; i++) {
            Column column = columns[columnOf[i]];
            column.width = Math.max(column.width, Metrics.width(diagram.boxes().get(i)));
        }
        for (Column column : columns) {
            column.x = x;
            x += column.width + Metrics.COLUMN_GAP;
        }
        double most = heading == null ? 0 : Metrics.MARGIN + Metrics.width(heading);
        return Math.max(most, x - Metrics.COLUMN_GAP) + Metrics.MARGIN;
    }

    /** Gives every item its height; returns that of all. */
    private double align() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = columns.length - 1; i >= 0; i--) {
                columns[i].align(item -> item.right);
            }
            for (int i = 0; i < columns.length; i++) {
                columns[i].align(item -> item.left);
            }
        }
        List<Column.Item> all =
                Arrays.stream(columns).flatMap(column -> column.items.stream()).toList();
        double top =
                all.stream().mapToDouble(item -> item.y - item.height / 2).min().orElse(0);
        double free = heading == null ? Metrics.MARGIN : 2 * Metrics.MARGIN + Metrics.BOX_HEIGHT;
        all.forEach(item -> item.y += free - top);
        return all.stream().mapToDouble(item -> item.y + item.height / 2).max().orElse(0) + Metrics.MARGIN;
    }

    /**
     * The lines of one box share their way as far as they can. It is drawn once, or a box that many others read would be drawn
     * behind them again and again; once more as far as it is to be seen. What is to be seen comes last, on top.
     */
    private void draw() {
        passings.forEach((from, passing) -> ways.add(new Way(false, trunk(from, passing.size()))));
        Map<Integer, Integer> seen = new TreeMap<>();
        for (Line line : diagram.lines()) {
            int passed = columnOf[line.to()] - columnOf[line.from()] - 1;
            if (line.onPath()) {
                seen.merge(line.from(), passed, Math::max);
            }
            Placed to = boxes.get(line.to());
            double port = to.y() + Metrics.BOX_HEIGHT * (line.port() + 1) / (line.ports() + 1);
            Point end = end(line.from(), passed);
            Point edge = new Point(columns[columnOf[line.to()]].x, port);
            ways.add(new Way(line.onPath(), List.of(end, edge, new Point(to.x(), port))));
        }
        seen.forEach((from, passed) -> ways.add(new Way(true, trunk(from, passed))));
        ways.sort(Comparator.comparing(Way::onPath));
    }

    /** Where a line leaves what it shares with others of its box. */
    private Point end(int from, int passed) {
        Column column = columns[columnOf[from] + passed];
        Column.Item item = passed == 0
                ? items[from]
                : passings.getOrDefault(from, List.of()).get(passed - 1);
        return new Point(column.x + column.width, item.y);
    }

    /** From a box to the end of its column, and of some more columns. */
    private List<Point> trunk(int from, int passed) {
        Placed box = boxes.get(from);
        List<Point> points = new ArrayList<>();
        points.add(new Point(box.x() + Metrics.width(box.box()), items[from].y));
        points.add(end(from, 0));
        for (int k = 1; k <= passed; k++) {
            Point end = end(from, k);
            points.add(new Point(columns[columnOf[from] + k].x, end.y()));
            points.add(end);
        }
        return points;
    }
}
