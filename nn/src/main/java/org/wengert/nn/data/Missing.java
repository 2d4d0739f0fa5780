package org.wengert.nn.data;

/** What becomes of a value that is missing among the inputs. A missing target is refused, unless its row is dropped. */
public enum Missing {
    /** It is an error that names row and column. */
    REFUSE,
    /** The training samples' mean takes its place, or their most frequent category: of several, the first by name. */
    FILL,
    /** The row is left out of a data set. Where each row is to be answered, in a prediction, it is an error. */
    DROP
}
