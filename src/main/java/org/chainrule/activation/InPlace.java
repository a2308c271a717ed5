package org.chainrule.activation;

/**
 * An activation whose rules can do without z and dC/d(output) once they have written output and δ, so that each pair may be one array: its
 * backward rule reads z for nothing that it could not read from the output.
 */
public interface InPlace {}
