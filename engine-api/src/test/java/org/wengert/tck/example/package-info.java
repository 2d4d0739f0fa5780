/**
 * A complete engine that is as small as the kit lets it be: what it takes to write one. Start with
 * {@link org.wengert.tck.example.ListEngine}.
 */
@NullMarked
package org.wengert.tck.example;

import org.jspecify.annotations.NullMarked;
