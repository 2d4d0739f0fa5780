package org.wengert.tck;

/**
 * How much is tried: what fits into an ordinary build or, where the system property {@code check.size} is {@code deep},
 * everything. The name does not begin with {@code wengert.}: engines refuse such properties that they do not know.
 */
public final class CheckSize {
    private static final String PROPERTY = "check.size";

    private CheckSize() {}

    /** One of two sizes. */
    public static int of(int ordinary, int deep) {
        String size = System.getProperty(PROPERTY, "ordinary");
        return switch (size) {
            case "ordinary" -> ordinary;
            case "deep" -> deep;
            default -> throw new IllegalArgumentException(PROPERTY + ": it is ordinary or deep: got '" + size + "'");
        };
    }
}
