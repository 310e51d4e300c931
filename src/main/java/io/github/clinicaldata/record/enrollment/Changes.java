package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.random.RandomStream;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Offers what changes within a year of coverage. Not safe for use by several threads. */
final class Changes {
    private static final Aspect CHANGE = Aspect.named("change");
    private static final Aspect FILLER = Aspect.named("filler");

    /** Days from what happens to the file. */
    private static final int EARLIEST = -10;

    private static final int LATEST = 20;

    /** Where a block has next to no coverage in a year, those who have some change more. */
    private static final double FILLING = 1e-3;

    private static final int ROUNDS = 256;

    private static final ChangeModel[][] MODELS =
            Arrays.stream(CoverageType.values())
                    .map(
                            type ->
                                    type == CoverageType.UNINSURED
                                            ? new ChangeModel[0]
                                            : ChangeModel.of(type).toArray(new ChangeModel[0]))
                    .toArray(ChangeModel[][]::new);

    private final RandomStream stream = new RandomStream();

    /** Offers what may change of a coverage between two starts of years. */
    void offer(Cover cover, int start, int next, Candidates candidates) {
        ChangeModel[] models = MODELS[cover.coverage().type().ordinal()];
        for (int i = 0; i < models.length; i++) {
            ChangeModel model = models[i];
            long key =
                    switch (model.scope()) {
                        case HOUSEHOLD -> cover.householdKey();
                        case POLICY -> cover.policy().key();
                        case MEMBER -> cover.key();
                    };
            // a household moves once, whatever coverages it has
            int which = model.scope() == ChangeModel.Scope.HOUSEHOLD ? 0 : i + 1;
            stream.reset(Mixer.combine(key, start) + which, CHANGE);
            double uniform = stream.nextDouble();
            int day = start + 1 + stream.nextInt(next - start - 1);
            if (day <= cover.addedOn() || day > cover.policy().lastDay()) {
                continue;
            }
            candidates.expect(model.probability());
            if (candidates.isLikely(uniform, model.probability())) {
                EnrollmentEvent event = event(cover, model, day, start, next);
                if (event != null) {
                    candidates.offer(event, uniform, model.probability());
                }
            }
        }
    }

    private @Nullable EnrollmentEvent event(
            Cover cover, ChangeModel model, int day, int start, int next) {
        int later = stream.between(EARLIEST, LATEST);
        ChangedField changed = model.changed();
        if (model.reason().type() == MaintenanceType.REINSTATEMENT) {
            int month = (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
            int file = month + Math.max(0, later);
            boolean within = month > cover.effective() && file > cover.addedOn();
            return within && file > start && file < next && file <= cover.policy().lastDay()
                    ? new EnrollmentEvent(cover, model.reason(), null, month, file)
                    : null;
        } else if (model.monthly()) {
            LocalDate file = LocalDate.ofEpochDay(day);
            int month = (int) file.withDayOfMonth(1).plusMonths(1).toEpochDay();
            return month <= cover.policy().lastDay()
                    ? new EnrollmentEvent(cover, model.reason(), changed, month, day)
                    : null;
        }
        if (changed == null) {
            changed = stream.chance(0.5) ? ChangedField.NAME : ChangedField.TELEPHONE;
        }
        int effective = Math.max(cover.effective(), day - later);
        return new EnrollmentEvent(
                cover, model.reason(), changed, Math.min(effective, cover.policy().lastDay()), day);
    }

    /** Offers more until there are enough; see {@link #FILLING}. */
    void fill(Cover[] covers, int first, int last, int slots, Candidates candidates) {
        for (int round = 0; round < ROUNDS && candidates.size() < slots; round++) {
            for (Cover cover : covers) {
                stream.reset(Mixer.combine(Mixer.combine(cover.key(), first), round), FILLER);
                double uniform = stream.nextDouble();
                int day = first + 1 + stream.nextInt(last - first);
                if (day > cover.addedOn() && day <= cover.policy().lastDay()) {
                    candidates.offer(filler(cover, day), uniform, FILLING);
                }
            }
        }
    }

    private static EnrollmentEvent filler(Cover cover, int day) {
        EnrollmentReason reason =
                EnrollmentReasons.standard()
                        .of(
                                cover.coverage().type(),
                                MaintenanceType.CHANGE,
                                EnrollmentReasons.IDENTITY_CHANGE);
        return new EnrollmentEvent(cover, reason, ChangedField.TELEPHONE, day, day);
    }
}
