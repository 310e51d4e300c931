package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.person.Origin;
import java.util.List;

/**
 * A condition, or a reason for a check-up: who has it and what is done about it. One file of {@code
 * pathways/}.
 *
 * @param ordinal its position in {@code pathways/pathways.csv}
 * @param key the file's name
 * @param keyText the same as text
 * @param name in plain words
 * @param course how it goes on
 * @param start what decides on the first day of an episode
 * @param category the part of medicine
 * @param codes of which a person or an episode has one
 * @param limits for whom
 * @param curve the share of people who have it, or episodes a person and year
 * @param origins factor of each {@link Origin}, by its ordinal
 * @param risks factors of other conditions
 * @param onset the usual ages at the start of a chronic condition
 * @param lasts days of an episode
 * @param season relative weights of the twelve months
 * @param external causes of an injury, of which an episode has one
 * @param medications prescribed for it
 * @param visits that it leads to
 */
public record Pathway(
        int ordinal,
        String key,
        Text keyText,
        Text name,
        Course course,
        Start start,
        Text category,
        List<PathwayCode> codes,
        Limits limits,
        AgeCurve curve,
        List<Double> origins,
        List<Risk> risks,
        IntRange onset,
        IntRange lasts,
        List<Double> season,
        List<Diagnosis> external,
        List<DrugOrder> medications,
        List<VisitRule> visits) {

    /** The factor of a group of people. */
    public double factor(Origin origin) {
        return origins.get(origin.ordinal());
    }

    /** Two pathways are the same when they are of the same file. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pathway pathway && pathway.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
