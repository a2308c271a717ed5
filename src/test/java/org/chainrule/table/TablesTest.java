package org.chainrule.table;

import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.b;
import static org.chainrule.Chainrule.gradientCheck;
import static org.chainrule.Chainrule.halfSquaredError;
import static org.chainrule.Chainrule.identity;
import static org.chainrule.Chainrule.intermediates;
import static org.chainrule.Chainrule.l2;
import static org.chainrule.Chainrule.layerTable;
import static org.chainrule.Chainrule.lossCurve;
import static org.chainrule.Chainrule.network;
import static org.chainrule.Chainrule.parameters;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.softmax;
import static org.chainrule.Chainrule.table;
import static org.chainrule.Chainrule.training;
import static org.chainrule.Chainrule.unitTable;
import static org.chainrule.Chainrule.w;
import static org.chainrule.Chainrule.x;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chainrule.Examples;
import org.chainrule.network.Network;
import org.chainrule.training.TrainingRun;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The numbers in the tables are those of the slides' example, calculated by hand. */
class TablesTest {
    private static final double EXACT = 1e-12;

    private final Network net = Examples.worked();

    private static Row row(Table table, String name) {
        return table.stream()
                .filter(row -> row.getString(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void networkTableListsEveryParameterWithItsPlace() {
        Table table = table(net);
        assertEquals(
                List.of("w1", "w2", "w3", "w4", "b1", "w5", "w6", "b2"),
                table.stringColumn("parameter").asList());
        Row w3 = row(table, "w3");
        assertEquals(0.1, w3.getDouble("value"));
        assertEquals("weight", w3.getString("kind"));
        assertEquals(1, w3.getInt("layer"));
        assertEquals("x2", w3.getString("from"));
        assertEquals("HN1", w3.getString("to"));
        assertEquals(false, w3.getBoolean("frozen"));
        Row b1 = row(table, "b1");
        assertEquals("bias", b1.getString("kind"));
        assertEquals("", b1.getString("from"));
        assertEquals("HN1, HN2", b1.getString("to"));
    }

    @Test
    void aBiasOfManyUnitsNamesTheFirstOnes() {
        Network wide = network()
                .inputs("x")
                .layer(6)
                .activation(identity())
                .weights(new double[6][1])
                .sharedBias(b("b", 0).frozen())
                .loss(halfSquaredError());
        Row bias = row(table(wide), "b");
        assertEquals("h1_1, h1_2, h1_3, … 6 units", bias.getString("to"));
        assertTrue(bias.getBoolean("frozen"));
    }

    @Test
    void layerTableCountsTheParameters() {
        Table layers = layerTable(Examples.mazur());
        assertEquals(2, layers.rowCount());
        Row second = layers.row(1);
        assertEquals(2, second.getInt("layer"));
        assertEquals("dense", second.getString("kind"));
        assertEquals("sigmoid", second.getString("activation"));
        assertEquals("2", second.getString("input"));
        assertEquals(5, second.getInt("parameters"));
        assertEquals(1, second.getInt("frozen"));
    }

    @Test
    void forwardTableHasEveryUnit() {
        Table table = table(net.forward(1, 2));
        assertEquals(
                List.of("x1", "x2", "HN1", "HN2", "ON"),
                table.stringColumn("unit").asList());
        assertEquals(1.3, row(table, "HN1").getDouble("pre-activation"), EXACT);
        assertEquals(0.785834983043, row(table, "HN1").getDouble("output"), EXACT);
        assertEquals(0.744322561848, row(table, "ON").getDouble("output"), EXACT);
        assertTrue(table.column("pre-activation").isMissing(0));
        assertEquals(2, table.where(table.intColumn("layer").isEqualTo(1)).rowCount());
    }

    @Test
    void formulasStandBesideTheNumbers() {
        var deltas = net.forward(1, 2).deltas(y(3));
        assertEquals(
                "HN1i = w1·x1 + w3·x2 + b1",
                row(table(net.forward(1, 2)), "HN1").getString("formula"));
        assertEquals("∂Cf/∂HN1o = δ_ON·w5", row(unitTable(deltas), "HN1").getString("formula"));
        assertEquals("∂Cf/∂w3 = δ_HN1·x2", row(table(deltas), "w3").getString("formula"));
        assertEquals(
                "0.3 − 0.5·(−0.337335)",
                row(table(deltas.update(sgd(0.5))), "w5").getString("formula"));
    }

    @Test
    void aLargeNetworkHasNoFormulas() {
        Network large = network()
                .inputs(20)
                .layer(10)
                .activation(identity())
                .weights(new double[10][20])
                .loss(halfSquaredError());
        Table table = table(large.forward(new double[20]));
        assertEquals(List.of("unit", "layer", "pre-activation", "activation", "output"), table.columnNames());
        assertTrue(SumsGrid.of(large).isEmpty());
    }

    @Test
    void theBooksOfAnOptimizerHaveItsMoments() {
        var step = net.forward(1, 2).deltas(y(3)).update(adam(0.1));
        assertEquals(
                List.of("step", "parameter", "g", "m", "v", "m̂", "v̂", "effective rate", "Δw"),
                table(step.ledger()).columnNames());
        assertEquals(0.1, table(step.ledger()).row(0).getDouble("Δw"), 1e-6);
        assertEquals(
                List.of("parameter", "old", "gradient", "change", "new", "frozen"),
                table(step).columnNames());
    }

    @Test
    void aBatchHasItsSamplesInFront() {
        Table table = table(net.forward(new double[][] {{1, 2}, {0, 0}}));
        assertEquals("sample", table.column(0).name());
        assertEquals(10, table.rowCount());
        Table second = table.where(table.intColumn("sample").isEqualTo(1));
        assertEquals(1.0, second.row(2).getDouble("pre-activation"), EXACT);
    }

    @Test
    void deltasHaveATableOfGradientsAndOneOfUnits() {
        var deltas = net.forward(1, 2).deltas(y(3));
        assertEquals(-0.337335419546, row(table(deltas), "w5").getDouble("gradient"), EXACT);
        assertEquals(-0.045672197527, row(table(deltas), "b1").getDouble("gradient"), EXACT);
        Table units = unitTable(deltas);
        assertEquals(List.of("ON", "HN1", "HN2"), units.stringColumn("unit").asList());
        Row output = row(units, "ON");
        assertEquals(-2.255677438152, output.getDouble("dC/d output"), EXACT);
        assertEquals(0.190306485772, output.getDouble("f′(z)"), EXACT);
        assertEquals(-0.429270046289, output.getDouble("δ"), EXACT);
    }

    @Test
    void softmaxHasNoSlopeOfASingleUnit() {
        Network classes = network()
                .inputs("x")
                .layer("a", "b")
                .activation(softmax())
                .into("a", w("wa", 1))
                .into("b", w("wb", -1))
                .loss(halfSquaredError());
        Table units = unitTable(classes.forward(1).deltas(y(1, 0)));
        assertTrue(units.column("f′(z)").isMissing(0));
        assertEquals(2, units.doubleColumn("δ").removeMissing().size());
    }

    @Test
    void updateTableShowsOldGradientChangeNew() {
        Row w5 = row(table(net.forward(1, 2).deltas(y(3)).update(sgd(0.5))), "w5");
        assertEquals(0.3, w5.getDouble("old"));
        assertEquals(-0.337335419546, w5.getDouble("gradient"), EXACT);
        assertEquals(0.168667709773, w5.getDouble("change"), EXACT);
        assertEquals(0.468667709773, w5.getDouble("new"), EXACT);
    }

    @Test
    void aFrozenParameterIsMarkedAndStays() {
        Network frozen = Examples.mazur();
        Row b1 = row(table(frozen.forward(0.05, 0.1).deltas(y(0.01, 0.99)).update(sgd(0.5))), "b1");
        assertTrue(b1.getBoolean("frozen"));
        assertEquals(0, b1.getDouble("change"));
        assertEquals(0.35, b1.getDouble("new"));
    }

    @Test
    void runTableIsTheSlidesTableEpochByEpoch() {
        TrainingRun run = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(0.5))
                .epochs(1000)
                .record(parameters(), intermediates())
                .run();
        Table table = table(run);
        String names = "epoch x1 x2 Ya w1 w2 w3 w4 b1 w5 w6 b2 HN1i HN2i HN1o HN2o ONi Yp Cf";
        assertEquals(List.of(names.split(" ")), table.columnNames());
        assertEquals(1001, table.rowCount());
        assertEquals(0.744322561848, table.row(0).getDouble("Yp"), EXACT);
        assertEquals(2.544040352493, table.row(0).getDouble("Cf"), EXACT);
        assertEquals(0.468667709773, table.row(1).getDouble("w5"), EXACT);
        assertEquals(2.511032325130, table.row(1000).getDouble("w5"), EXACT);
        assertEquals(2.000676839296, table.row(1000).getDouble("Cf"), EXACT);
    }

    @Test
    void historyTableHasWhatWasRecorded() {
        var description =
                training(net).sample(x(1, 2), y(3)).optimizer(sgd(0.5)).epochs(2);
        assertEquals(
                List.of("epoch", "loss"), table(description.run().history()).columnNames());
        Table recorded = table(description.record(parameters()).run().history());
        assertEquals(10, recorded.columnCount());
        assertEquals(0.3, recorded.row(0).getDouble("w5"));
    }

    @Test
    void withARegularizerTheLossIsSplit() {
        TrainingRun run = training(net)
                .sample(x(1, 2), y(3))
                .optimizer(sgd(0.5))
                .regularizer(l2(0.1))
                .epochs(2)
                .run();
        assertEquals(
                List.of("epoch", "loss", "data", "penalty"),
                table(run.history()).columnNames());
        Row start = table(run.history()).row(0);
        assertEquals(2.544040352493 + 0.0175, start.getDouble("loss"), EXACT);
        assertEquals(2.544040352493, start.getDouble("data"), EXACT);
        assertEquals(0.0175, start.getDouble("penalty"), EXACT);
        assertEquals(0.0175, lossCurve(run).getSeries("penalty").getYData()[0], EXACT);
    }

    @Test
    void ofManySamplesTheRunTableKeepsToWhatTheyShare() {
        TrainingRun run = training(net)
                .samples(new double[][] {{1, 2}, {2, 1}}, new double[][] {{0.5}, {0.6}})
                .optimizer(sgd(0.5))
                .epochs(3)
                .record(intermediates())
                .run();
        assertEquals(List.of("epoch", "Cf"), table(run).columnNames());
    }

    @Test
    void gradientCheckTableHasBothGradients() {
        Row w1 = row(table(gradientCheck(net, x(1, 2), y(3))), "w1");
        assertEquals(-0.021673633754, w1.getDouble("analytic"), EXACT);
        assertEquals(-0.021673633754, w1.getDouble("numeric"), 1e-9);
        assertEquals("agrees", w1.getString("verdict"));
    }
}
