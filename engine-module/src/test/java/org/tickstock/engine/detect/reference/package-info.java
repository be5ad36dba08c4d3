/** A slow, obvious reading of the detection rules, and tests that hold the engine against it. */
package org.tickstock.engine.detect.reference;
