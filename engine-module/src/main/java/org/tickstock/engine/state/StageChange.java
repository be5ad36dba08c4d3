package org.tickstock.engine.state;

/**
 * One line of a symbol's history of stages.
 *
 * <p>Units: epoch days.
 *
 * @param day on whose close the stage was confirmed
 * @param stage the new one
 * @param previous the one before; {@link Stage#INSUFFICIENT} where it is the first
 * @param sinceDay the first of the two closes that confirmed it
 */
public record StageChange(int day, Stage stage, Stage previous, int sinceDay) {
}
