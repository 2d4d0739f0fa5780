package org.wengert.nn.data;

/** What a table's column holds. */
public enum ColumnKind {
    /** Finite numbers. */
    NUMBERS,
    /** Names. */
    CATEGORIES;

    /** Counts the values of a column that is about to be read, and says what they are. */
    static final class Census {
        private long numerals;
        private long present;

        void add(String text) {
            if (!Numerals.isMissing(text)) {
                present++;
                numerals += Numerals.isNumeral(text) ? 1 : 0;
            }
        }

        /** Numbers, unless most are none: a text among numbers is a mistake to be reported, not a category. */
        ColumnKind kind() {
            return present == 0 || 2 * numerals > present ? NUMBERS : CATEGORIES;
        }
    }
}
