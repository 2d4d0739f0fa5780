package org.wengert.nn.data;

/** What becomes of a category among the inputs that the training samples did not have. */
public enum UnknownCategory {
    /** It is an error that names row, column, value and the known categories. */
    REFUSE,
    /** It is none of the known ones: 0 in each of the column's inputs. */
    ZEROS
}
