/**
 * Faults on purpose: the real server, its database, its disk, its clock and its clients are broken under load, and
 * every event that was detected is accounted for afterwards.
 *
 * <p>Start reading at {@link org.tickstock.it.fault.FaultSuiteIT}; what holds after each fault is in
 * {@link org.tickstock.it.fault.Accounting}.
 */
package org.tickstock.it.fault;
