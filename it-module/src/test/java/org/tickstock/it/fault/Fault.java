package org.tickstock.it.fault;

/**
 * Something that goes wrong on purpose.
 *
 * <p>Thread: the test's.
 */
interface Fault {

    /** A few words for the report. */
    String name();

    /** What is done, by what means; asked after the fault, so that it can tell which way was open here. */
    String does();

    /** Does it, and heals what does not heal by itself; clients that come to see it join the crowd. */
    void strike(Stand stand, Crowd crowd);
}
