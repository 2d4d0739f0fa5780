package org.wengert.nn.data;

/** What a data set asks a model to tell. */
public enum TargetKind {
    /** One number or several, for squared errors; targets are {@code [batch, numbers]}. */
    NUMBERS,
    /** Which of two classes, as -1 or +1, for one score and the hinge loss; targets are {@code [batch, 1]}. */
    SIGNS,
    /** Which of several classes, as a number from 0, for a score each and cross-entropy; targets are {@code [batch]}. */
    CLASSES;

    /**
     * The class that one sample's outputs tell: the largest's, the first of several equal ones; of a single score, 1 above
     * 0 and 0 elsewhere. -1 if one is NaN, for then none is told.
     *
     * @param outputs of samples one after another, which are not checked
     * @param at      where the sample's outputs begin
     * @param count   how many it has
     */
    public int classOf(double[] outputs, int at, int count) {
        int best = 0;
        for (int c = 0; c < count; c++) {
            if (Double.isNaN(outputs[at + c])) {
                return -1;
            }
            if (outputs[at + c] > outputs[at + best]) {
                best = c;
            }
        }
        return this == SIGNS ? (outputs[at] > 0 ? 1 : 0) : best;
    }
}
