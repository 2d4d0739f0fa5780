package org.wengert.nn.data;

/** Checks of what generators of points are asked for. */
final class Noise {
    private Noise() {}

    static void check(String generator, int n, int needed, double noise) {
        if (n < needed || !(noise >= 0 && noise <= Double.MAX_VALUE)) {
            throw new DataException(generator + ": at least " + needed
                    + " samples and a finite noise from 0 are needed: got " + n + " samples and noise " + noise);
        }
    }

    static void checkClasses(String generator, int classes) {
        if (classes < 2) {
            throw new DataException(generator + ": at least 2 classes are needed: got " + classes);
        }
    }
}
