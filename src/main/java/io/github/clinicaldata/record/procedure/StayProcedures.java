package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.GivenServices;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.TakenTissue;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.ProcedureOrder;
import io.github.clinicaldata.record.person.Sex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done in stays, as pathways order it: a pure function of the visit. */
public final class StayProcedures {
    /**
     * A procedure of a stay, as its bill tells it.
     *
     * @param code of ICD-10-PCS
     * @param description as its release has it
     * @param day on which it begins, in days since 1970-01-01
     */
    public record StayProcedure(Text code, Text description, int day) {}

    /**
     * Operations first, then by their time: the principal procedure is the one for definitive
     * treatment. Source: Uniform Hospital Discharge Data Set, 50 FR 31038.
     */
    private static final Comparator<PlannedProcedure> PRINCIPAL_FIRST =
            Comparator.comparing(
                            (PlannedProcedure each) ->
                                    each.code().category() != ProcedureCategory.SURGERY)
                    .thenComparingInt(PlannedProcedure::begin)
                    .thenComparingLong(PlannedProcedure::key);

    private StayProcedures() {}

    /**
     * The procedures of a stay, the principal one first.
     *
     * @param last the last day that is billed, on which what is done later stands
     */
    public static List<StayProcedure> of(BlockHealth health, Visit visit, int last) {
        List<PlannedProcedure> planned = new ArrayList<>();
        List<ProcedureOrder> orders = visit.rule().procedures();
        for (int i = 0; i < orders.size(); i++) {
            if (isDone(health, visit, i)) {
                long key = GivenServices.procedureKey(visit, i);
                Choice choice = ProcedureCodes.standard().ofStay(orders.get(i).key());
                ProcedureCode code = code(health, visit, choice, key);
                if (code != null) {
                    planned.add(ProcedureTimes.plan(visit, code, key));
                }
            }
        }
        planned.sort(PRINCIPAL_FIRST);
        return planned.stream()
                .map(
                        each ->
                                new StayProcedure(
                                        each.code().code(),
                                        each.code().description(),
                                        Math.min(each.day(), last)))
                .toList();
    }

    /**
     * Whether the procedure at a position among those of the visit's rule is done to the member.
     */
    static boolean isDone(BlockHealth health, Visit visit, int position) {
        Sex sex = health.block().member(visit.member()).sex();
        int age = health.age(visit.member(), visit.day());
        return visit.rule().procedures().get(position).limits().fit(sex, age)
                && GivenServices.isDone(visit, position);
    }

    /** The code of a procedure of a visit, or null where none fits. */
    static @Nullable ProcedureCode code(BlockHealth health, Visit visit, Choice choice, long key) {
        MemberCondition condition = visit.condition();
        int age = health.age(visit.member(), visit.day());
        return choice.pick(
                health.block().member(visit.member()).sex(),
                age,
                visit.diagnosis(),
                condition == null ? null : condition.diagnosis(),
                TakenTissue.of(visit, age),
                ProcedureTimes.end(visit) - ProcedureTimes.begin(visit),
                Uniforms.of(key, 2));
    }
}
