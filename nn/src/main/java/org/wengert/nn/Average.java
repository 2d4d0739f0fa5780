package org.wengert.nn;

/** How measures of several classes become one number. */
public enum Average {
    /** The mean over classes, each counting the same; a class that neither has samples nor was told is left out. */
    MACRO,
    /** The measure of all samples' counts added up. */
    MICRO,
    /** The mean over classes, each counting as often as it has samples. */
    WEIGHTED
}
