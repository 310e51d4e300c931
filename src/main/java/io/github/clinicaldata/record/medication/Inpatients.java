package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;

/**
 * Who of a block is in a hospital or a skilled nursing facility in a plan year: these give drugs
 * themselves, as a part of their stay (for Medicare 42 CFR 409.20 and 409.25), and nobody goes to a
 * pharmacy.
 */
final class Inpatients {
    private final List<Visit> stays = new ArrayList<>();

    /** Whether a member has a stay in the year at all: most have none. */
    private final boolean[] any = new boolean[MemberBlock.SIZE];

    Inpatients(BlockHealth health, int year) {
        if (year == PlanYears.BEFORE) {
            return;
        }
        for (Visit visit : health.visits(year)) {
            if (visit.rule().stay() != null) {
                stays.add(visit);
                any[visit.member()] = true;
            }
        }
    }

    /** The day on which a member who is in on a day comes out, or the day itself. */
    int out(int member, int day) {
        int out = day;
        if (!any[member]) {
            return out;
        }
        // in the order of their days, so that one leads to the next
        for (int i = 0; i < stays.size(); i++) {
            Visit each = stays.get(i);
            if (each.member() == member && each.day() <= out && out < each.lastDay()) {
                out = each.lastDay();
            }
        }
        return out;
    }
}
