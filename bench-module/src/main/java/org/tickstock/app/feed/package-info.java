/**
 * A door into the vendor's decoder for measurements, so that nothing of the application has to be public for them.
 */
package org.tickstock.app.feed;
