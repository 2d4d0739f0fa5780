package org.wengert.draw;

import java.util.List;

/**
 * Boxes and lines, before they have a place. The first box is the root, which all others lead to; boxes stand in the order in
 * which a walk from the root in breadth comes upon them.
 *
 * @param boxes values, each followed by its operation
 * @param lines in the order of operands, repeats kept
 */
record Diagram(List<Box> boxes, List<Line> lines) {}
