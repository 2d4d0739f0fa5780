package org.wengert.tck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The level that a contract's tests belong to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Proves {
    Level value();
}
