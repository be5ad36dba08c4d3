package org.tickstock.engine.state;

/**
 * Where a group stood in the rotation on one day.
 *
 * @param day epoch day
 * @param ratio relative strength, 100 is as usual, NaN where it is not known
 * @param momentum how the ratio changes, 100 is as usual, NaN where it is not known
 * @param quadrant which of the four
 */
public record RotationPoint(int day, double ratio, double momentum, Quadrant quadrant) {
}
