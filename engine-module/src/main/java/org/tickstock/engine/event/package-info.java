/**
 * Vocabulary of events: what detectors raise, and the form in which it travels.
 *
 * <p>Three families: display (users see it), internal, control. Imported by every stage; imports only {@code market}.
 */
package org.tickstock.engine.event;
