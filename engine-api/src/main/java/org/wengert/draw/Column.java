package org.wengert.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What stands one below another in a drawing. */
final class Column {
    /** What was not made of anything makes way: or a chain of operations with a constant each would slope. */
    private static final double LIGHT = 1e-6;

    /** A box, or the place where a line passes a column. */
    static final class Item {
        /** The box, or the one that the line comes from. */
        final int box;

        final boolean passing;
        final double height;

        /** What lines lead to, in the columns on either side. */
        final List<Item> left = new ArrayList<>();

        final List<Item> right = new ArrayList<>();

        /** Counted from the top of the column. */
        int place;

        /** What the column is ordered by. */
        double rank;

        /** Of its middle. */
        double y;

        /** How much it matters that this is level with what it is connected with. */
        double weight() {
            return !passing && left.isEmpty() ? LIGHT : 1;
        }

        Item(int box, boolean passing) {
            this.box = box;
            this.passing = passing;
            this.height = passing ? Metrics.LANE : Metrics.BOX_HEIGHT;
        }
    }

    final List<Item> items = new ArrayList<>();
    double x;
    double width;

    void add(Item item) {
        item.place = items.size();
        items.add(item);
    }

    /** Orders items by the mean place of what they are connected with on one side; others stay about where they are. */
    void order(Function<Item, List<Item>> side) {
        for (Item item : items) {
            item.rank = side.apply(item).stream()
                    .mapToInt(other -> other.place)
                    .average()
                    .orElse(item.place);
        }
        items.sort(Comparator.comparingDouble(item -> item.rank));
        for (int i = 0; i < items.size(); i++) {
            items.get(i).place = i;
        }
    }

    /**
     * Moves items as near as possible, by weighted least squares, to the middle of what they are connected with, in the order they have
     * and with the gaps they need: neighbours that would overlap are joined and moved as one (pool adjacent violators, Ayer
     * et al. 1955).
     */
    void align(Function<Item, List<Item>> side) {
        int n = items.size();
        double[] offset = new double[n]; // of an item's middle below the first one's, if all are packed
        for (int i = 1; i < n; i++) {
            offset[i] = offset[i - 1] + (items.get(i - 1).height + items.get(i).height) / 2 + Metrics.ROW_GAP;
        }
        double[] mean = new double[n]; // of each block
        double[] weight = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            Item item = items.get(i);
            mean[blocks] = wanted(item, side.apply(item)) - offset[i];
            weight[blocks] = item.weight();
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                double joined = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / joined;
                weight[blocks - 1] = joined;
                size[blocks - 1] += size[blocks];
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < size[block]; k++, i++) {
                items.get(i).y = mean[block] + offset[i];
            }
        }
    }

    /** The middle of others by their weights; where an item is already, if there are none. */
    private static double wanted(Item item, List<Item> others) {
        double weight = others.stream().mapToDouble(Item::weight).sum();
        return others.isEmpty()
                ? item.y
                : others.stream().mapToDouble(other -> other.weight() * other.y).sum() / weight;
    }
}
