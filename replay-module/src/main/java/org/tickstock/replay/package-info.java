/**
 * Command line: a tape in, events and figures out.
 */
package org.tickstock.replay;
