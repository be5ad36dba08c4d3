/**
 * How the engine's loops run in the container: each on a thread that a managed executor lends for as long as the server
 * runs.
 *
 * <p>Start reading at {@link org.tickstock.app.duty.RunningDuty}.
 */
package org.tickstock.app.duty;
