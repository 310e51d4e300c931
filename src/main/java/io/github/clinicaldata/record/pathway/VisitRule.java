package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit that a condition leads to.
 *
 * @param what it is for, in a few words
 * @param setting where
 * @param provider the type of practitioner, or null for the member's own primary care
 * @param choice visits of the same choice, which is never negative, exclude each other; -1 for none
 * @param share of people a year, or of episodes
 * @param perYear how often a year in a chronic condition
 * @param after days from the start of an episode
 * @param every days after which it is repeated, or 0
 * @param until the last day of repetition, counted from the start of the episode
 * @param priority 1 must happen, 2 is usual, 3 may be skipped
 * @param limits for whom
 * @param of only for conditions whose codes begin with one of these; empty for all
 * @param diagnoses of which one is the principal diagnosis, that of the condition where it is among
 *     them; empty where it is that of the condition
 * @param also diagnoses that go with that one: one of each list
 * @param subsequent whether the code of an injury is that of a subsequent encounter
 * @param services the main one first
 * @param reports ordered
 * @param procedures of a stay
 * @param medications prescribed
 * @param stay what a hospital stay has beside, or null
 * @param endoscopy at the visit, at which tissue can be taken, or null
 */
public record VisitRule(
        Text what,
        Setting setting,
        @Nullable ProviderType provider,
        int choice,
        double share,
        IntRange perYear,
        IntRange after,
        int every,
        int until,
        int priority,
        Limits limits,
        List<String> of,
        List<Diagnosis> diagnoses,
        List<List<Diagnosis>> also,
        boolean subsequent,
        List<ServiceOrder> services,
        List<ReportOrder> reports,
        List<ProcedureOrder> procedures,
        List<DrugOrder> medications,
        @Nullable Stay stay,
        @Nullable Endoscopy endoscopy) {
    /** Visits a year from which they are a series. */
    private static final int MONTHLY = 12;

    /**
     * Whether it is for somebody with a condition.
     *
     * @param condition the code that the member has of it, or null at a check-up
     */
    public boolean fits(Sex sex, int age, @Nullable Diagnosis condition) {
        if (!limits.fit(sex, age)) {
            return false;
        }
        for (int i = 0; condition != null && i < of.size(); i++) {
            if (condition.code().toString().startsWith(of.get(i))) {
                return true;
            }
        }
        return of.isEmpty();
    }

    /** Whether it is a session of a series, any of which can be left out. */
    public boolean isOfSeries() {
        return priority > 1 && stay == null && (every > 0 || perYear.high() >= MONTHLY);
    }

    /** Whether it is the stay that a pathway cannot do without, such as a delivery. */
    public boolean delivery() {
        return stay != null && priority == 1;
    }
}
