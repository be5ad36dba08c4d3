/**
 * How threads meet: bounded queues, and duties that a loop runs. The engine itself never starts a thread.
 */
package org.tickstock.engine.handoff;
