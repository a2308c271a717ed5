package org.chainrule.layer;

import org.chainrule.parameter.Names;

/**
 * What a recurrent layer hands on.
 *
 * @param units the names of the values
 * @param allSteps whether h of every step goes out, or only the last
 */
public record RecurrentOutput(Names units, boolean allSteps) {}
