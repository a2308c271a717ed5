package org.chainrule.training;

/** What the history keeps of every epoch besides the loss. */
public enum Recording {
    /** The value of every parameter. */
    PARAMETERS,
    /** The pre-activation and output of every unit. */
    INTERMEDIATES
}
