package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.profile.Profile;
import io.github.clinicaldata.record.profile.Sample;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Looks at the records of a plan and tells how they lie. */
public final class ProfileSource {
    private static final double DAYS_A_YEAR = 365.25;

    private ProfileSource() {}

    /**
     * A shape report.
     *
     * @param records how many records it is of
     * @param lookedAt how many indexes were looked at for these
     * @param findings what was found
     */
    public record Report(long records, long lookedAt, List<Profile.Finding> findings) {}

    /** Looks at the records. */
    public static <R> Report read(GenerationPlan<R> plan) {
        Population population = plan.population();
        RecordReader<R> reader = plan.kind().generator().open(population);
        Profile<R> profile = new Profile<>(plan.kind(), population);
        Predicate<R> filter = plan.filter();
        long index = plan.indexes().from();
        long records = 0;
        while (records < plan.count() && index < plan.indexes().until()) {
            R record = reader.read(index);
            if (record != null && (filter == null || filter.test(record))) {
                profile.add(record);
                records++;
            }
            index = plan.indexes().after(index);
        }
        Sample sample =
                new Sample(
                        population,
                        records,
                        index * membersPerIndex(plan.kind(), population),
                        years(population));
        return new Report(records, index, profile.findings(sample));
    }

    /** Events of so many members fill a block; other kinds are not of members. */
    private static double membersPerIndex(RecordKind<?> kind, Population population) {
        return kind.indexes() instanceof EventSpace space
                ? (double) MemberBlock.SIZE / space.block(population)
                : 0;
    }

    /** The plan years before the epoch, and the time since. */
    private static double years(Population population) {
        long days = ChronoUnit.DAYS.between(population.epoch(), population.asOf());
        return PlanYears.BACK + days / DAYS_A_YEAR;
    }
}
