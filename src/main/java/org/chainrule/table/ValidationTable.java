package org.chainrule.table;

import org.chainrule.training.CrossValidation;
import org.chainrule.training.Ensemble;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The losses of several networks as a table: of an ensemble or of a cross-validation. */
public final class ValidationTable {
    private ValidationTable() {}

    /**
     * One row per network, then the ensemble.
     *
     * @param errors of an ensemble
     * @return a new table
     */
    public static Table of(Ensemble.Errors errors) {
        StringColumn network = StringColumn.create("network");
        DoubleColumn loss = DoubleColumn.create("loss");
        for (int i = 0; i < errors.networks().size(); i++) {
            network.append(Integer.toString(i + 1));
            loss.append(errors.networks().get(i));
        }
        network.append("mean of the losses").append("ensemble");
        loss.append(errors.mean()).append(errors.ensemble());
        return Table.create("Ensemble", network, loss);
    }

    /**
     * One row per fold, then the mean.
     *
     * @param validation any cross-validation
     * @return a new table
     */
    public static Table of(CrossValidation validation) {
        StringColumn fold = StringColumn.create("fold");
        DoubleColumn training = DoubleColumn.create("training loss");
        DoubleColumn test = DoubleColumn.create("test loss");
        for (int i = 0; i < validation.folds().size(); i++) {
            fold.append(Integer.toString(i + 1));
            training.append(validation.folds().get(i).trainingLoss());
            test.append(validation.folds().get(i).testLoss());
        }
        fold.append("mean");
        training.append(validation.trainingLoss());
        test.append(validation.testLoss());
        return Table.create("Cross-validation", fold, training, test);
    }
}
