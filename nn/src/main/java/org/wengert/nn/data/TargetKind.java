package org.wengert.nn.data;

/** What a data set asks a model to tell. */
public enum TargetKind {
    /** One number or several, for squared errors; targets are {@code [batch, numbers]}. */
    NUMBERS,
    /** Which of two classes, as -1 or +1, for one score and the hinge loss; targets are {@code [batch, 1]}. */
    SIGNS,
    /** Which of several classes, as a number from 0, for a score each and cross-entropy; targets are {@code [batch]}. */
    CLASSES
}
