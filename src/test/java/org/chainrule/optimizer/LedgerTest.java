package org.chainrule.optimizer;

import static org.chainrule.Chainrule.adadelta;
import static org.chainrule.Chainrule.adagrad;
import static org.chainrule.Chainrule.adam;
import static org.chainrule.Chainrule.adamax;
import static org.chainrule.Chainrule.amsgrad;
import static org.chainrule.Chainrule.descent;
import static org.chainrule.Chainrule.exponentialDecay;
import static org.chainrule.Chainrule.momentum;
import static org.chainrule.Chainrule.nadam;
import static org.chainrule.Chainrule.rmsprop;
import static org.chainrule.Chainrule.sgd;
import static org.chainrule.Chainrule.y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.Examples;
import org.chainrule.network.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    static Stream<Optimizer> onGradients() {
        var rate = exponentialDecay(0.1, 0.5, 3);
        return Stream.of(sgd(rate), adagrad(rate), rmsprop(rate), rmsprop(rate).centred(), adadelta(rate));
    }

    static Stream<Optimizer> onCorrectedAverages() {
        var rate = exponentialDecay(0.1, 0.5, 3);
        return Stream.of(adam(rate), adam(rate).epsilonInsideRoot(), adamax(rate), amsgrad(rate));
    }

    /** What the books say has to give the change that was booked: Δw = −(effective rate) · g. */
    @ParameterizedTest
    @MethodSource("onGradients")
    void theEffectiveRateTimesTheGradientIsTheChange(Optimizer rule) {
        for (LedgerEntry entry : descent(rule, w -> w, 8, 1, -3).ledger().entries()) {
            assertEquals(-entry.effectiveRate() * entry.gradient(), entry.change(), 1e-14, entry.toString());
        }
    }

    /** Δw = −(effective rate) · m̂. */
    @ParameterizedTest
    @MethodSource("onCorrectedAverages")
    void theEffectiveRateTimesTheAverageIsTheChange(Optimizer rule) {
        for (LedgerEntry entry : descent(rule, w -> w, 8, 1, -3).ledger().entries()) {
            assertEquals(-entry.effectiveRate() * entry.moments().get("m̂"), entry.change(), 1e-14, entry.toString());
        }
    }

    @Test
    void namesTheMomentsInTheOrderOfTheComputation() {
        assertEquals(List.of(), moments(sgd(0.1)));
        assertEquals(List.of("v"), moments(momentum(0.1)));
        assertEquals(List.of("Σg²"), moments(adagrad(0.1)));
        assertEquals(List.of("v", "m"), moments(rmsprop(0.1).centred()));
        assertEquals(List.of("v", "m", "u"), moments(rmsprop(0.1).centred().momentum(0.5)));
        assertEquals(List.of("m", "v", "m̂", "v̂"), moments(adam(0.1)));
        assertEquals(List.of("m", "v"), moments(adam(0.1).withoutBiasCorrection()));
        assertEquals(List.of("m", "v", "v max", "m̂", "v̂"), moments(amsgrad(0.1)));
        assertEquals(List.of("m", "v", "v̂"), moments(nadam(0.1)));
    }

    private static List<String> moments(Optimizer rule) {
        LedgerEntry entry = descent(rule, w -> w, 1, 1).ledger().entries().get(0);
        return List.copyOf(entry.moments().keySet());
    }

    /** The first step of Adam: m̂ = g and v̂ = g², whatever β1 and β2 are. */
    @Test
    void aNetworkKeepsItsBooks() {
        Update first = Examples.worked().forward(1, 2).deltas(y(3)).update(adam(0.1));
        LedgerEntry w5 = first.ledger().of("w5").entries().get(0);
        assertEquals(-0.337335419546, w5.gradient(), 1e-12);
        assertEquals(w5.gradient(), w5.moments().get("m̂"), 1e-15);
        assertEquals(w5.gradient() * w5.gradient(), w5.moments().get("v̂"), 1e-15);
        assertEquals(first.change("w5"), w5.change(), 0);
        assertEquals(0.1, w5.change(), 1e-8);
        assertEquals(
                List.of("w1", "w2", "w3", "w4", "b1", "w5", "w6", "b2"),
                first.ledger().parameters());
        Update second = first.network().forward(1, 2).deltas(y(3)).update(adam(0.1), first.state());
        assertEquals(2, second.ledger().entries().get(0).step());
        assertEquals(16, first.ledger().and(second.ledger()).entries().size());
    }

    @Test
    void saysWhatItKnows() {
        Ledger ledger = descent(momentum(0.1), w -> w, 1, 1).ledger();
        assertEquals("step 1, x1: g 1.000000, v 0.100000, effective rate 0.100000, Δw −0.100000", ledger.toString());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ledger.of("w9"));
        assertEquals("There is no parameter named w9 in the ledger; the parameters are [x1].", refused.getMessage());
    }
}
