/**
 * A door into matching for measurements, so that nothing of the engine has to be public for them.
 */
package org.tickstock.engine.emit;
