package org.wengert.tck.random;

import org.wengert.op.Domain;

/** Decides by their numbers which values an expression has. */
interface Judge {
    /** Takes up the value after those before it, unless its numbers cannot be relied on; says whether it did. */
    boolean accepts(Node node);

    /** Whether all numbers of a value lie safely in a domain. */
    boolean isInside(Domain domain, int index);

    /** Whether a number, if it is exact or else with a margin around it, lies in a domain. */
    static boolean isInside(Domain domain, double x, double margin) {
        return domain.contains(x)
                && domain.contains(x - margin)
                && domain.contains(x + margin)
                && !(domain.punctured() && Math.abs(x) < margin);
    }
}
