/**
 * What a user touches: values, variables, engines and how they are found, scopes, and the check of gradients.
 *
 * <p>Start with {@link org.wengert.Engines#open()} and {@link org.wengert.Value}.
 */
@NullMarked
package org.wengert;

import org.jspecify.annotations.NullMarked;
