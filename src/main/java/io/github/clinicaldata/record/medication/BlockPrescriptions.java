package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prescriptions of a block of members and their fills, year by year as somebody asks for them.
 *
 * <p>What is prescribed in the last year before the plan years is of year {@link PlanYears#BEFORE}.
 * Only members who are covered on the day fill a prescription with their plan.
 */
public final class BlockPrescriptions {
    /** Prescriptions of a block: in the year before the plan years, and in each of them. */
    public static final EventSpace SPACE = new EventSpace(115, 157, 160, 164, 168, 171, 174);

    /** Fills of a block in each plan year. */
    public static final EventSpace FILLS = new EventSpace(0, 334, 401, 478, 527, 514, 528);

    private final BlockHealth health;
    private final @Nullable List<Prescription>[] prescriptions;
    private final @Nullable YearlyVisits[] visits = new YearlyVisits[PlanYears.COUNT];
    private final Avoided avoided;
    private final FillDraw fillDraw;
    private final @Nullable List<Fill>[] fills;

    private @Nullable List<ChronicChoice> choices;

    /** The prescriptions of a block. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public BlockPrescriptions(BlockHealth health) {
        this.health = health;
        prescriptions = new List[PlanYears.COUNT];
        fills = new List[PlanYears.COUNT];
        avoided = new Avoided(health);
        fillDraw = new FillDraw(health, avoided);
    }

    /** The prescriptions of a year in the order of their days. */
    public List<Prescription> year(int year) {
        List<Prescription> ofYear = prescriptions[year];
        if (ofYear == null) {
            ofYear = draw(year).draw(SPACE.slots(year));
            prescriptions[year] = ofYear;
        }
        return ofYear;
    }

    private PrescriptionDraw draw(int year) {
        List<ChronicChoice> usual = choices;
        if (usual == null) {
            usual = ChronicChoice.of(health, PrescriptionDraw.SLACK);
            choices = usual;
        }
        return new PrescriptionDraw(
                health,
                year,
                avoided,
                usual,
                visits(year),
                year > PlanYears.FIRST ? visits(year - 1) : null,
                year == PlanYears.BEFORE ? List.of() : year(year - 1));
    }

    private YearlyVisits visits(int year) {
        YearlyVisits ofYear = visits[year];
        if (ofYear == null) {
            ofYear = new YearlyVisits(health, year);
            visits[year] = ofYear;
        }
        return ofYear;
    }

    /**
     * How the prescriptions of a year end, in their order.
     *
     * @param known the first plan year that does not matter
     */
    List<Ending> endings(int year, int known) {
        int next = year + 1 < known ? year + 1 : year;
        return new Endings(year(year), new Pregnancies(health, year, next), avoided)
                .find(next == year ? List.of() : year(next));
    }

    /** The fills of a plan year in the order of their days; none before the plan years. */
    public List<Fill> fills(int year) {
        List<Fill> ofYear = fills[year];
        for (int each = 0; ofYear == null && each <= year; each++) {
            if (fills[each] == null) {
                fills[each] = fillDraw.next(each, year(each), FILLS.slots(each));
            }
        }
        return ofYear == null ? fills[year] : ofYear;
    }

    /** How many prescriptions of a year there would be if each were drawn alone. */
    int natural(int year) {
        return draw(year).natural();
    }

    /** How many fills of a year there would be if each were drawn alone. */
    double naturalFills(int year) {
        fills(year);
        return fillDraw.natural(year);
    }
}
