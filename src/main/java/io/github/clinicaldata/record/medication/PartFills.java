package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds more fills where a block has too few: supplies for a quarter are handed out by the month;
 * then long ones in halves. Only where that is not enough, which hardly occurs, fills without
 * coverage count too.
 */
final class PartFills {
    private static final int QUARTER = 84;
    private static final int THREE = 3;
    private static final int SHORTEST = 7;

    /** Two units in tenths; less is not divided. */
    private static final int LEAST = 20;

    private final List<PlannedFill> fills;
    private final int count;
    private final Predicate<PlannedFill> allowed;

    /**
     * Adds to some fills.
     *
     * @param count how many are wanted
     * @param allowed on which days and for whom
     */
    PartFills(List<PlannedFill> fills, int count, Predicate<PlannedFill> allowed) {
        this.fills = fills;
        this.count = count;
        this.allowed = allowed;
    }

    /**
     * Adds until there are as many as wanted.
     *
     * @param uncovered what is left if nothing else is
     */
    void add(List<PlannedFill> uncovered) {
        splitAll(QUARTER, THREE);
        for (int days = QUARTER; days >= SHORTEST && fills.size() < count; days /= 2) {
            splitAll(days, 2);
        }
        for (int i = 0; fills.size() < count; i++) {
            // the last way out counts one again
            fills.add(i < uncovered.size() ? uncovered.get(i) : part(fills.get(0), 100 + i, 0, 1));
        }
    }

    private void splitAll(int days, int most) {
        int whole = fills.size();
        for (int i = 0; i < whole && fills.size() < count; i++) {
            PlannedFill fill = fills.get(i);
            if (fill.daysSupply() >= days && fill.quantityTenths() >= LEAST) {
                split(i, Math.min(most, count - fills.size() + 1));
            }
        }
    }

    private void split(int number, int parts) {
        PlannedFill fill = fills.get(number);
        int days = fill.daysSupply() / parts;
        if (fill.quantityTenths() % parts != 0) {
            return;
        }
        int first = fill.daysSupply() - (parts - 1) * days;
        for (int part = 1; part < parts; part++) {
            if (!allowed.test(part(fill, part, first + (part - 1) * days, parts))) {
                return;
            }
        }
        for (int part = 1; part < parts; part++) {
            fills.add(part(fill, part, first + (part - 1) * days, parts));
        }
        fills.set(
                number,
                new PlannedFill(
                        fill.supply(),
                        fill.day(),
                        fill.quantityTenths() / parts,
                        first,
                        fill.daysLeft(),
                        fill.key()));
    }

    private static PlannedFill part(PlannedFill fill, int number, int after, int parts) {
        return new PlannedFill(
                fill.supply(),
                fill.day() + after,
                fill.quantityTenths() / parts,
                fill.daysSupply() / parts,
                0,
                Mixer.combine(fill.key(), number));
    }
}
