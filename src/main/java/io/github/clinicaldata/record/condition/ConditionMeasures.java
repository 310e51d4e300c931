package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.profile.Outcome;
import io.github.clinicaldata.record.profile.Sample;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a profile tells of conditions. */
final class ConditionMeasures {
    /** Counts who has each chronic condition on the {@code asOf} day. */
    private static final class Prevalence implements Measure.Collector<Condition> {
        private final SortedMap<String, Long> having = new TreeMap<>();

        @Override
        public void add(Condition record) {
            Pathway pathway = record.condition().pathway();
            if (pathway.course() == Course.CHRONIC && record.status() == ConditionStatus.ACTIVE) {
                having.merge(pathway.key(), 1L, Long::sum);
            }
        }

        @Override
        public Outcome outcome(Sample sample) {
            SortedMap<String, Double> expected = expected(sample);
            List<Outcome.Row> rows = new ArrayList<>();
            expected.forEach(
                    (key, number) -> {
                        long count = having.getOrDefault(key, 0L);
                        rows.add(
                                new Outcome.Row(
                                        key,
                                        count,
                                        count / sample.members(),
                                        number / sample.members()));
                    });
            return new Outcome(rows, null, null);
        }

        /** How many of the members would have each one by sex and age alone. */
        private static SortedMap<String, Double> expected(Sample sample) {
            SortedMap<String, Double> expected = new TreeMap<>();
            MemberBlocks blocks = new MemberBlocks(sample.population());
            LocalDate day = sample.population().asOf();
            for (long i = 0; i < Math.round(sample.members()); i++) {
                Member member =
                        blocks.at(i / MemberBlock.SIZE).member((int) (i % MemberBlock.SIZE));
                int age = Filters.years(member.birthDate(), day);
                for (Pathway pathway : Pathways.standard().all()) {
                    if (pathway.course() == Course.CHRONIC) {
                        expected.merge(
                                pathway.key(), pathway.curve().at(member.sex(), age), Double::sum);
                    }
                }
            }
            return expected;
        }
    }

    private ConditionMeasures() {}

    static List<Measure<Condition>> all() {
        return List.of(
                new Measure<>(
                        "prevalence",
                        "Share of the members who have each chronic condition on the as_of day;"
                                + " expected by sex and age, without race and other conditions",
                        null,
                        "pathways/*.yaml, each with its publications",
                        ConditionMeasures::open));
    }

    private static Measure.Collector<Condition> open(Population population) {
        return new Prevalence();
    }
}
