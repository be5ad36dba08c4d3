/**
 * A door into the frames of the market's state for measurements, so that nothing of the application has to be public
 * for them.
 */
package org.tickstock.app.emit;
