/** Programs to learn from, in the order to read them: each is whole, prints what it found, and is run as a test. */
package org.wengert.nn.examples;
