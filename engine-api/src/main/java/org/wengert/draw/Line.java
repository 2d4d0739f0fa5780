package org.wengert.draw;

/**
 * A line between two boxes, from left to right.
 *
 * @param from   the box that is read
 * @param to     the box that reads it
 * @param port   which of the operands it is, counted from 0
 * @param ports  how many operands there are
 * @param onPath whether it lies on the path that is to be seen
 */
record Line(int from, int to, int port, int ports, boolean onPath) {}
