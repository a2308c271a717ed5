package org.chainrule.kernel.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryReserveTest {
    @Test
    void triesOnceWhereMemoryIsFull() {
        AtomicInteger tries = new AtomicInteger();
        MemoryReserve reserve = new MemoryReserve(size -> {
            tries.incrementAndGet();
            throw new OutOfMemoryError();
        });
        reserve.keep();
        reserve.keep();
        assertEquals(1, tries.get());
        reserve.release();
        reserve.keep();
        assertEquals(2, tries.get());
    }
}
