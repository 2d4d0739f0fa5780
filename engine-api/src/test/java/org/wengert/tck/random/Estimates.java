package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import org.wengert.op.Domain;

/** Small arrays, each number of which is estimated and found to be well conditioned. */
final class Estimates implements Judge {
    /** How far inside a domain a number must lie that is not exact. */
    private static final double MARGIN = 1.0 / 16;

    private final List<Estimate> estimates = new ArrayList<>();

    @Override
    public boolean accepts(Node node) {
        Estimate estimate = Estimate.of(node, estimates);
        boolean accepted = estimate.isTame();
        if (accepted) {
            estimates.add(estimate);
        }
        return accepted;
    }

    @Override
    public boolean isInside(Domain domain, int index) {
        Estimate estimate = estimates.get(index);
        for (int i = 0; i < estimate.size(); i++) {
            if (!Judge.isInside(domain, estimate.number(i), estimate.isExact(i) ? 0 : MARGIN)) {
                return false;
            }
        }
        return true;
    }
}
