package org.wengert.nn.data;

/** What a thread that prepares batches hands over: a batch, the end, or what went wrong. */
sealed interface Prepared {
    /** A batch. */
    record Ready(Batch batch) implements Prepared {}

    /** No batch is left. */
    record End() implements Prepared {}

    /** What a batch failed with, an error or an unchecked exception. */
    record Failed(Throwable failure) implements Prepared {
        /** Throws it where the batch was waited for. */
        void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
