/**
 * Vocabulary of universes: named lists of symbols, what a user picked of them, and which symbols that means.
 */
package org.tickstock.engine.universe;
