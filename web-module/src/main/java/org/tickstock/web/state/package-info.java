/**
 * The state of the market over REST: rankings, sectors, stages, breadth, threshold bars and conditions of a universe,
 * and what was kept of stages and conditions.
 *
 * <p>What is not known is null, never 0; every answer says as of when it is. What pages ask each second is
 * written once for each view: {@link org.tickstock.web.state.StateAnswers}.
 * Start reading at {@link org.tickstock.web.state.StateQuery}.
 */
package org.tickstock.web.state;
