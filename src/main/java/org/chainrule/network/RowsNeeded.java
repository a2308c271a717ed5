package org.chainrule.network;

import org.chainrule.formula.Given;

/**
 * What given weights or biases must look like.
 *
 * @param call what the DSL was asked for, such as {@code weights()}
 * @param rows how many rows of weights, or how many biases
 * @param what the rows stand for, such as {@code filters}
 * @param columns how many weights each row needs
 */
record RowsNeeded(String call, int rows, String what, int columns) {
    void check(double[][] given) {
        required(given);
        if (given.length != rows) {
            throw new IllegalArgumentException(call + " got " + Text.count(given.length, "row") + ", but the layer has "
                    + rows + " " + what + ".");
        }
        for (int row = 0; row < rows; row++) {
            required(given[row]);
            if (given[row].length != columns) {
                throw new IllegalArgumentException(call + " got " + Text.count(given[row].length, "value") + " in row "
                        + row + ", but each of the " + rows + " " + what + " reads " + columns + ".");
            }
        }
    }

    void check(double[] given) {
        required(given);
        if (given.length != rows) {
            throw new IllegalArgumentException(call + " got " + Text.count(given.length, "value")
                    + ", but the layer has " + rows + " " + what + ".");
        }
    }

    private void required(Object given) {
        Given.given(call, given, "numbers for " + rows + " " + what);
    }
}
