/**
 * The rules read aloud over a real day, fast enough for one: what answers to why and why not are held against. Shares
 * nothing with the engine's rules but the table of trade conditions and the calendar.
 */
package org.tickstock.app.emit.plain;
