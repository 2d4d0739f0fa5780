/** Models and arrays of numbers in files that other programs read and write: safetensors, NumPy, ONNX. */
@NullMarked
package org.wengert.nn.io;

import org.jspecify.annotations.NullMarked;
