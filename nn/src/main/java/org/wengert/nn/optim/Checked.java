package org.wengert.nn.optim;

import org.wengert.error.ConfigurationException;

/** Refuses what cannot be a hyper-parameter; messages begin with who asked. */
final class Checked {
    private Checked() {}

    /** A number from 0. */
    static double amount(String who, String name, double number) {
        return checked(who, name, number, number >= 0 && number <= Double.MAX_VALUE, "a finite number from 0");
    }

    /** A number above 0. */
    static double positive(String who, String name, double number) {
        return checked(who, name, number, number > 0 && number <= Double.MAX_VALUE, "a finite number above 0");
    }

    /** A share that is remembered or taken off: 0 and more, but less than 1. */
    static double share(String who, String name, double number) {
        return checked(who, name, number, number >= 0 && number < 1, "at least 0 and below 1");
    }

    /** How many; at least 1. */
    static long count(String who, String name, long number) {
        if (number < 1) {
            throw new ConfigurationException(who + ": there must be at least one " + name + ": got " + number);
        }
        return number;
    }

    private static double checked(String who, String name, double number, boolean good, String needed) {
        if (!good) {
            throw new ConfigurationException(who + ": the " + name + " must be " + needed + ": got " + number);
        }
        return number;
    }
}
