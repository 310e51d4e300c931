package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds more fills where a block has too few: supplies for a quarter are handed out by the month;
 * then long ones in halves. A part is as many days of the directions as it has doses, and whole
 * tablets or packs; what is not counted out, such as an inhaler, is not divided. Only where that is
 * not enough, which hardly occurs, some is lost and handed out again within days: a fill must be
 * one that a plan can be billed for.
 */
final class PartFills {
    private static final int QUARTER = 84;
    private static final int THREE = 3;
    private static final int SHORTEST = 7;
    private static final int LOST = 100;
    private static final int DAYS = 7;

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

    /** Adds until there are as many as wanted; there must be one. */
    void add() {
        splitAll(QUARTER, THREE);
        for (int days = QUARTER; days >= SHORTEST && fills.size() < count; days /= 2) {
            splitAll(days, 2);
        }
        int whole = fills.size();
        for (int i = 0; fills.size() < count; i++) {
            // an end of coverage can be near for all: then on the same day
            int after = i < DAYS * whole ? 1 + i / whole : 0;
            PlannedFill again = again(fills.get(i % whole), LOST + i, after);
            if (after == 0 || allowed.test(again)) {
                fills.add(again);
            }
        }
    }

    private static PlannedFill again(PlannedFill fill, int number, int after) {
        return part(fill, number, after, fill.quantityTenths(), fill.daysSupply());
    }

    private void splitAll(int days, int most) {
        int whole = fills.size();
        for (int i = 0; i < whole && fills.size() < count; i++) {
            PlannedFill fill = fills.get(i);
            if (fill.daysSupply() >= days) {
                split(i, Math.min(most, count - fills.size() + 1));
            }
        }
    }

    private void split(int number, int parts) {
        PlannedFill fill = fills.get(number);
        Drug drug = fill.supply().prescription().drug();
        int days = fill.daysSupply() / parts;
        int first = fill.daysSupply() - (parts - 1) * days;
        int quantity = quantity(fill, days);
        int rest = fill.quantityTenths() - (parts - 1) * quantity;
        if (!drug.canHandOut(quantity) || !drug.canHandOut(rest)) {
            return;
        }
        for (int part = 1; part < parts; part++) {
            int after = first + (part - 1) * days;
            if (!allowed.test(part(fill, part, after, quantity, days))) {
                return;
            }
        }
        for (int part = 1; part < parts; part++) {
            fills.add(part(fill, part, first + (part - 1) * days, quantity, days));
        }
        fills.set(
                number,
                new PlannedFill(
                        fill.supply(), fill.day(), rest, first, fill.daysLeft(), fill.key()));
    }

    /** What some of the days need, or 0 where that is no whole tenth. */
    private static int quantity(PlannedFill fill, int days) {
        int all = fill.quantityTenths() * days;
        return all % fill.daysSupply() == 0 ? all / fill.daysSupply() : 0;
    }

    private static PlannedFill part(
            PlannedFill fill, int number, int after, int quantity, int days) {
        return new PlannedFill(
                fill.supply(),
                fill.day() + after,
                quantity,
                days,
                0,
                Mixer.combine(fill.key(), number));
    }
}
