/**
 * Events as most programs would describe them to a JSON library: what our conversion is measured against.
 */
package org.tickstock.bench.json;
