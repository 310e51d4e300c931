package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A choice of drugs for a chronic condition of a member, whatever the year.
 *
 * @param condition the condition
 * @param choice the choice
 * @param key of the choice for the condition
 * @param uniform its uniform number: the lower, the sooner one of the drugs is prescribed
 */
record ChronicChoice(MemberCondition condition, DrugChoice choice, long key, double uniform) {

    /**
     * The choices of a block, those of a condition together.
     *
     * @param slack those whose number is further from their share than this are left out
     */
    static List<ChronicChoice> of(BlockHealth health, double slack) {
        List<ChronicChoice> open = new ArrayList<>();
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            List<MemberCondition> conditions = health.chronic(member);
            for (int i = 0; i < conditions.size(); i++) {
                MemberCondition condition = conditions.get(i);
                for (DrugChoice choice : DrugChoices.standard().of(condition.pathway())) {
                    long key = choice.key(condition.key());
                    double uniform = Uniforms.of(key, 1);
                    if (uniform <= slack * choice.most()) {
                        open.add(new ChronicChoice(condition, choice, key, uniform));
                    }
                }
            }
        }
        return open;
    }
}
