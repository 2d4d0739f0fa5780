/**
 * Small networks: models of named variables, what they are measured by and how they begin. It knows no engine: a model
 * computes with the one it was made with. Random numbers are drawn here alone, so one seed gives the same model on
 * every engine.
 */
@NullMarked
package org.wengert.nn;

import org.jspecify.annotations.NullMarked;
