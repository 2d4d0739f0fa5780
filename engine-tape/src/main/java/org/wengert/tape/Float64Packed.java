package org.wengert.tape;

import java.util.Arrays;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;

/**
 * Large products, in blocks whose operands are packed first and then multiplied (Goto and van de Geijn 2008). Threads
 * share the packing of {@code a}, and after that the panels of {@code b} and with them those of the result; or they share
 * the packing of both, and after that the rows of the result. They meet only then, for as many blocks at once as there is
 * room for. Each block of {@code k} continues the sums that the one before has left in {@code c}, so neither blocks nor
 * threads show in the bits.
 */
final class Float64Packed {
    private static final int V = DoubleVector.SPECIES_PREFERRED.length();
    private static final int PANEL = 2 * V;

    /**
     * Numbers of {@code a}, and of {@code b} where parts share it, that are packed at once: a megabyte, but at least a block.
     * A part reads those of {@code a} once for all its panels at hand, so they need not stay in the second cache.
     */
    private static final int PACKED = (1 << 20) / Double.BYTES;

    /** Parts for each thread: when something else holds up a core, the others take over. */
    private static final int PARTS = 4;

    /** Tiles of a part from which threads have rows for as long as each other: then they differ by a sixteenth at most. */
    private static final int EVEN = 4;

    /** Panels that are packed and multiplied together: longer pieces of rows of {@code b} are read, and of {@code c} written. */
    private static final int TOGETHER = 8;

    private static final double[] NOTHING = new double[0];

    private final Workers workers;
    private final boolean tall;
    private final int lowRows;
    private final int parts;
    private final double[][] edges;
    private final IntConsumer packing = this::pack;
    private final IntConsumer multiplication = this::multiply;
    private double[] left = NOTHING;

    /** Panels packed by the part that uses them, and those packed for all: in one array both would go from core to core. */
    private double[] own = NOTHING;

    private double[] shared = NOTHING;

    /** The one of them that is in use. */
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

    /** What is packed now: its first row and summand, how many rows, and how many blocks of at most {@code deep} summands. */
    private int top;

    private int first;
    private int height;
    private int blocks;
    private int deep;

    /** The tiles of a block, and the first of the low ones, which come last. */
    private int tiles;

    private int firstLow;
    private int tileSize;

    /** Whether {@code c} is yet to be cleared. */
    private boolean clear;

    /** Whether a part has panels of its own, which it packs itself and keeps in its core's cache; or else rows. */
    private boolean byPanels;

    /** How many panels a part has room for, which stay in its cache; by rows, all there are. */
    private int room;

    Float64Packed(Workers workers, boolean tall) {
        this.workers = workers;
        this.tall = tall;
        lowRows = Float64Tile.lowRows(tall);
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
        deep = even(k, Float64Tile.DEPTH, Float64Tile.STEPS);
        tileSize = transposeA ? tileRows * deep + V : tileRows * Float64Tile.STRIDE; // packing writes whole vectors
        int high = even(m, Math.max(tileRows, PACKED / tileSize * tileRows), tileRows);
        clear = !add;
        for (top = 0; top < m; top += high) {
            height = Math.min(high, m - top);
            tiles = (height + tileRows - 1) / tileRows;
            firstLow = tiles - Float64Tile.low(tall, transposeA, height);
            byPanels = isByPanels();
            room = byPanels ? Math.min(TOGETHER, (panels() + parts - 1) / parts) : panels();
            int most = Math.max(1, PACKED / Math.max(tiles * tileSize, byPanels ? 0 : panels() * panelSize()));
            for (first = 0; first < k; first += blocks * deep) {
                blocks = Math.min(most, (k - first + deep - 1) / deep);
                left = reserved(left, blocks * tiles * tileSize);
                reserveRight();
                workers.run(parts, packing);
                workers.run(parts, multiplication);
                clear = false;
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

    private void reserveRight() {
        if (byPanels) {
            own = reserved(own, parts * room * panelSize());
            right = own;
        } else {
            shared = reserved(shared, blocks * room * panelSize());
            right = shared;
        }
    }

    private int panels() {
        return (n + PANEL - 1) / PANEL;
    }

    /** One row to spare: panels a power of two apart would compete for the same places in the cache. */
    private int panelSize() {
        return PANEL * (deep + 1);
    }

    private int firstOf(int block) {
        return first + block * deep;
    }

    private int depth(int block) {
        return Math.min(deep, k - firstOf(block));
    }

    private int leftAt(int block, int tile) {
        return (block * tiles + tile) * tileSize;
    }

    private int firstRow(int tile) {
        return Math.min(tile, firstLow) * tileRows + Math.max(0, tile - firstLow) * lowRows;
    }

    /** How many rows a tile has room for, and how many it has. */
    private int most(int tile) {
        return tile < firstLow ? tileRows : lowRows;
    }

    private int rows(int tile) {
        return Math.min(most(tile), height - firstRow(tile));
    }

    private static int cut(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    /**
     * By rows where there are too few panels for all parts, and where {@code a} is transposed: what comes of it is the
     * gradient of a weight, as a rule, which is updated by rows and multiplied by rows in the next step. So each core keeps
     * its rows, which counts where two do not share their last cache. Not if there are too few tiles for threads to have as
     * many rows each, or {@code b} is long, for its panels are then packed all at once.
     */
    private boolean isByPanels() {
        long packed = (long) panels() * PANEL * Math.min(deep, k);
        boolean isGradient = transposeA && parts > 1 && tiles >= EVEN * parts && packed <= PACKED;
        return !isGradient && panels() >= Math.min(parts, tiles);
    }

    /**
     * Packs a share. Whoever adds up from {@code c} waits for it less than whoever is the first to write there, so it is
     * cleared, and with that brought near, beforehand.
     */
    private void pack(int part) {
        if (clear) {
            Arrays.fill(c, cAt + cut(m * n, part, parts), cAt + cut(m * n, part + 1, parts), 0);
        }
        if (!byPanels) {
            int panel = cut(panels(), part, parts);
            int count = cut(panels(), part + 1, parts) - panel;
            for (int block = 0; block < blocks; block++) {
                packPanels(block, panel, count, (block * room + panel) * panelSize());
            }
        }
        for (int unit = cut(blocks * tiles, part, parts); unit < cut(blocks * tiles, part + 1, parts); unit++) {
            packTile(unit % blocks, unit / blocks);
        }
    }

    private void packPanels(int block, int panel, int count, int to) {
        int depth = depth(block);
        int j = panel * PANEL;
        int columns = Math.min(count * PANEL, n - j);
        if (transposeB) {
            for (int i = 0; i < columns; i += PANEL) {
                int from = bAt + (j + i) * k + firstOf(block);
                int at = to + i / PANEL * panelSize();
                Float64Packing.turned(Math.min(PANEL, columns - i), depth, b, from, k, right, at, PANEL);
            }
            return;
        }
        int from = bAt + firstOf(block) * n + j;
        int full = columns / PANEL;
        Float64Packing.panels(full, depth, b, from, n, right, to, panelSize());
        if (columns > full * PANEL) {
            int at = to + full * panelSize();
            Float64Packing.padded(columns - full * PANEL, depth, b, from + full * PANEL, n, right, at, PANEL);
        }
    }

    private void packTile(int block, int tile) {
        int i = top + firstRow(tile);
        int p = firstOf(block);
        int depth = depth(block);
        int at = leftAt(block, tile);
        int from = aAt + (transposeA ? p * m + i : i * k + p);
        int step = transposeA ? m : k;
        if (tile < firstLow) {
            Float64Tile.pack(tall, transposeA, rows(tile), depth, a, from, step, left, at);
        } else {
            Float64Tile.packLow(tall, transposeA, depth, a, from, step, left, at);
        }
    }

    private void multiply(int part) {
        if (byPanels) {
            multiplyPanels(part);
        } else {
            multiplyRows(part);
        }
    }

    private void multiplyPanels(int part) {
        int end = cut(panels(), part + 1, parts);
        int at = part * room * panelSize();
        for (int panel = cut(panels(), part, parts); panel < end; panel += room) {
            int count = Math.min(room, end - panel);
            for (int block = 0; block < blocks; block++) {
                packPanels(block, panel, count, at);
                multiply(block, 0, tiles, panel, count, at, edges[part]);
            }
        }
    }

    private void multiplyRows(int part) {
        int firstTile = cut(tiles, part, parts);
        int endTile = cut(tiles, part + 1, parts);
        for (int block = 0; block < blocks; block++) {
            for (int panel = 0; panel < panels(); panel += TOGETHER) {
                int count = Math.min(TOGETHER, panels() - panel);
                int at = (block * room + panel) * panelSize();
                multiply(block, firstTile, endTile, panel, count, at, edges[part]);
            }
        }
    }

    /** Each tile meets all these panels before the next does: so it stays near, and what it writes lies together. */
    private void multiply(int block, int firstTile, int endTile, int panel, int count, int at, double[] edge) {
        for (int tile = firstTile; tile < endTile; tile++) {
            for (int i = 0; i < count; i++) {
                multiply(block, tile, panel + i, at + i * panelSize(), edge);
            }
        }
    }

    private void multiply(int block, int tile, int panel, int panelAt, double[] edge) {
        int rows = rows(tile);
        int columns = Math.min(PANEL, n - panel * PANEL);
        int to = cAt + (top + firstRow(tile)) * n + panel * PANEL;
        if (rows == most(tile) && columns == PANEL) {
            tile(block, tile, panelAt, c, to, n);
            return;
        }
        Float64Packing.rows(rows, columns, c, to, n, edge, 0, PANEL);
        tile(block, tile, panelAt, edge, 0, PANEL);
        Float64Packing.rows(rows, columns, edge, 0, PANEL, c, to, n);
    }

    private void tile(int block, int tile, int panelAt, double[] to, int toAt, int toStep) {
        int rows = rows(tile);
        int depth = depth(block);
        if (rows <= tileRows / 2) { // too few for a tile: what is left of a is read where it lies
            int aRow = transposeA ? 1 : k;
            int aStep = transposeA ? m : 1;
            int lies = aAt + (top + firstRow(tile)) * aRow + firstOf(block) * aStep;
            Float64Rows.pairs(
                    rows, depth, a, lies, aRow, aStep, right, panelAt, PANEL, to, toAt, toStep, to, toAt, toStep);
            return;
        }
        int at = leftAt(block, tile);
        if (tile < firstLow) {
            Float64Tile.run(tall, transposeA, depth, left, at, right, panelAt, to, toAt, toStep, to, toAt, toStep);
        } else {
            Float64Tile.runLow(tall, depth, left, at, right, panelAt, to, toAt, toStep, to, toAt, toStep);
        }
    }
}
