/**
 * A door into detection for measurements, so that nothing of the engine has to be public for them.
 */
package org.tickstock.engine.detect;
