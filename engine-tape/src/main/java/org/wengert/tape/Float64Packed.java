package org.wengert.tape;

import java.util.Arrays;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;

/**
 * Large products, in blocks whose operands are packed first and then multiplied (Goto and van de Geijn 2008). Threads
 * share the packing of {@code a}, and after that the panels of {@code b} and with them those of the result, so nothing
 * is packed twice. Each block of {@code k} continues the sums that the one before has left in {@code c}, so neither
 * blocks nor threads show in the bits.
 */
final class Float64Packed {
    private static final int V = DoubleVector.SPECIES_PREFERRED.length();
    private static final int PANEL = 2 * V;

    /** Numbers of {@code b} in a block at most. Each panel is packed just before it is used, so it may be large. */
    private static final int RIGHT = 64 * 1024 * V;

    /** Numbers of {@code a} in a block, which stays in the second cache while the panels of {@code b} pass by. */
    private static final int LEFT = 8 * 1024 * V;

    /** Rows of {@code a} in a block at most, so that buffers stay small where {@code k} is. */
    private static final int HIGH = 512;

    /** Parts for each thread: when something else holds up a core, the others take over. */
    private static final int PARTS = 4;

    /** Panels that are packed and multiplied together: longer pieces of rows of {@code b} are read, and of {@code c} written. */
    private static final int TOGETHER = 8;

    private static final double[] NOTHING = new double[0];

    private final Workers workers;
    private final boolean tall;
    private final int parts;
    private final double[][] edges;
    private final IntConsumer packing = this::pack;
    private final IntConsumer multiplication = this::multiply;
    private double[] left = NOTHING;
    private double[] right = NOTHING;

    private int tileRows;
    private boolean transposeA;
    private boolean transposeB;
    private int m;
    private int k;
    private int n;
    private double[] a = NOTHING;
    private int aAt;
    private double[] b = NOTHING;
    private int bAt;
    private double[] c = NOTHING;
    private int cAt;

    /** The block under way: its first row, column and summand, and how many there are of each. */
    private int top;

    private int start;
    private int first;
    private int height;
    private int width;
    private int depth;

    /** Its tiles, and the first of the low ones, which come last. */
    private int tiles;

    private int firstLow;

    /** Whether {@code c} is yet to be cleared, and whether the block's panels are yet to be packed. */
    private boolean clear;

    private boolean fresh;

    /** Whether panels are kept for further blocks of rows; else a part has room for so many, which stay in its cache. */
    private boolean kept;

    private int room;

    Float64Packed(Workers workers, boolean tall) {
        this.workers = workers;
        this.tall = tall;
        parts = workers.threads() == 1 ? 1 : workers.threads() * PARTS;
        edges = new double[parts][Float64Tile.most(tall) * PANEL];
    }

    /** The arguments are those of {@link Float64Product#run}. */
    void run(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            boolean add) {
        this.transposeA = transposeA;
        this.transposeB = transposeB;
        this.m = m;
        this.k = k;
        this.n = n;
        this.a = a;
        this.aAt = aAt;
        this.b = b;
        this.bAt = bAt;
        this.c = c;
        this.cAt = cAt;
        tileRows = Float64Tile.rows(tall, transposeA);
        int deep = even(k, Float64Tile.DEPTH, Float64Tile.STEPS);
        int wide = even(n, RIGHT / deep, PANEL);
        int high = even(m, Math.min(HIGH, LEFT / deep), tileRows);
        left = reserved(left, (high / tileRows) * tileSize());
        kept = m > high;
        room = Math.min(TOGETHER, (wide / PANEL + parts - 1) / parts);
        right = reserved(right, (deep + 1) * Math.max(wide, parts * room * PANEL));
        clear = !add;
        for (start = 0; start < n; start += wide) {
            width = Math.min(wide, n - start);
            for (first = 0; first < k; first += deep) {
                depth = Math.min(deep, k - first);
                fresh = true;
                for (top = 0; top < m; top += high) {
                    height = Math.min(high, m - top);
                    tiles = (height + tileRows - 1) / tileRows;
                    firstLow = tiles - Float64Tile.low(tall, transposeA, height);
                    workers.run(parts, packing);
                    workers.run(parts, multiplication);
                    clear = false;
                    fresh = false;
                }
            }
        }
        this.a = NOTHING; // the arrays belong to a model, which may be forgotten before its engine
        this.b = NOTHING;
        this.c = NOTHING;
    }

    /** The size of blocks of at most {@code most} that divide {@code size} evenly, but for rounding up to {@code unit}. */
    private static int even(int size, int most, int unit) {
        int blocks = (size + most - 1) / most;
        int block = (size + blocks - 1) / blocks;
        return (block + unit - 1) / unit * unit;
    }

    private static double[] reserved(double[] buffer, int size) {
        return buffer.length < size ? new double[size] : buffer;
    }

    private int tileSize() {
        return tileRows * Float64Tile.STRIDE;
    }

    private int panels() {
        return (width + PANEL - 1) / PANEL;
    }

    private int firstRow(int tile) {
        return Math.min(tile, firstLow) * tileRows + Math.max(0, tile - firstLow) * Float64Tile.FLAT_ACROSS;
    }

    /** How many rows a tile has room for, and how many it has. */
    private int most(int tile) {
        return tile < firstLow ? tileRows : Float64Tile.FLAT_ACROSS;
    }

    private int rows(int tile) {
        return Math.min(most(tile), height - firstRow(tile));
    }

    /** One row to spare: panels a power of two apart would compete for the same places in the cache. */
    private int panelAt(int panel) {
        return panel * PANEL * (depth + 1);
    }

    private static int cut(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    /** Whether a part has panels of its own, which it packs itself and keeps in its core's cache; or else rows. */
    private boolean isByPanels() {
        return panels() >= Math.min(parts, tiles);
    }

    /**
     * Packs a share. Whoever adds up from {@code c} waits for it less than whoever is the first to write there, so it is
     * cleared, and with that brought near, beforehand.
     */
    private void pack(int part) {
        if (clear) {
            Arrays.fill(c, cAt + cut(m * n, part, parts), cAt + cut(m * n, part + 1, parts), 0);
        }
        if (fresh && !isByPanels()) {
            int panel = cut(panels(), part, parts);
            packPanels(panel, cut(panels(), part + 1, parts) - panel, panelAt(panel));
        }
        for (int tile = cut(tiles, part, parts); tile < cut(tiles, part + 1, parts); tile++) {
            packTile(tile);
        }
    }

    private void packPanels(int panel, int count, int to) {
        int j = start + panel * PANEL;
        int columns = Math.min(count * PANEL, width - panel * PANEL);
        if (transposeB) {
            for (int i = 0; i < columns; i += PANEL) {
                int from = bAt + (j + i) * k + first;
                Float64Packing.turned(
                        Math.min(PANEL, columns - i), depth, b, from, k, right, to + panelAt(i / PANEL), PANEL);
            }
            return;
        }
        int from = bAt + first * n + j;
        int full = columns / PANEL;
        Float64Packing.panels(full, depth, b, from, n, right, to, panelAt(1));
        if (columns > full * PANEL) {
            Float64Packing.padded(
                    columns - full * PANEL, depth, b, from + full * PANEL, n, right, to + panelAt(full), PANEL);
        }
    }

    private void packTile(int tile) {
        int i = top + firstRow(tile);
        int at = tile * tileSize();
        if (tile >= firstLow) {
            Float64Packing.turned(
                    Float64Tile.FLAT_ACROSS, depth, a, aAt + i * k + first, k, left, at, Float64Tile.FLAT_ACROSS);
            return;
        }
        int from = aAt + (transposeA ? first * m + i : i * k + first);
        Float64Tile.pack(tall, transposeA, rows(tile), depth, a, from, transposeA ? m : k, left, at);
    }

    private void multiply(int part) {
        if (!isByPanels()) {
            multiply(cut(tiles, part, parts), cut(tiles, part + 1, parts), 0, panels(), 0, edges[part]);
            return;
        }
        int end = cut(panels(), part + 1, parts);
        for (int panel = cut(panels(), part, parts); panel < end; panel += room) {
            int count = Math.min(room, end - panel);
            int at = panelAt(kept ? panel : part * room);
            if (fresh) {
                packPanels(panel, count, at);
            }
            multiply(0, tiles, panel, count, at, edges[part]);
        }
    }

    /** Each tile meets all these panels before the next does: so it stays near, and what it writes lies together. */
    private void multiply(int firstTile, int endTile, int panel, int count, int at, double[] edge) {
        for (int tile = firstTile; tile < endTile; tile++) {
            for (int i = 0; i < count; i++) {
                multiply(tile, panel + i, at + panelAt(i), edge);
            }
        }
    }

    private void multiply(int tile, int panel, int panelAt, double[] edge) {
        int rows = rows(tile);
        int columns = Math.min(PANEL, width - panel * PANEL);
        int to = cAt + (top + firstRow(tile)) * n + start + panel * PANEL;
        if (rows == most(tile) && columns == PANEL) {
            tile(tile, panelAt, c, to, n);
            return;
        }
        Float64Packing.rows(rows, columns, c, to, n, edge, 0, PANEL);
        tile(tile, panelAt, edge, 0, PANEL);
        Float64Packing.rows(rows, columns, edge, 0, PANEL, c, to, n);
    }

    private void tile(int tile, int panelAt, double[] to, int toAt, int toStep) {
        int at = tile * tileSize();
        int rows = rows(tile);
        if (rows <= tileRows / 2) { // too few for a tile: what is left of a is read where it lies
            int aRow = transposeA ? 1 : k;
            int aStep = transposeA ? m : 1;
            int lies = aAt + (top + firstRow(tile)) * aRow + first * aStep;
            Float64Rows.pairs(
                    rows, depth, a, lies, aRow, aStep, right, panelAt, PANEL, to, toAt, toStep, to, toAt, toStep);
            return;
        }
        boolean across = transposeA || tile >= firstLow;
        Float64Tile.run(tall, across, depth, left, at, right, panelAt, to, toAt, toStep, to, toAt, toStep);
    }
}
