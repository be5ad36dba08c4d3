/** The distribution as an operator has it: the zip, an empty folder, Java and a PostgreSQL. */
package org.tickstock.dist;
