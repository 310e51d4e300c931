package io.github.clinicaldata.record.member;

import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.profile.Shares;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a profile tells of members. */
final class MemberMeasures {
    private static final AgePyramid PYRAMID = new AgePyramid();

    private MemberMeasures() {}

    static List<Measure<Member>> all() {
        return List.of(
                new Measure<>(
                        "age_pyramid",
                        "Sex and age in whole years on the epoch day",
                        null,
                        "weights/age-pyramid.csv: US Census Bureau, Vintage 2023 estimates",
                        population ->
                                Shares.of(
                                        member ->
                                                label(
                                                        member.sex(),
                                                        Filters.years(
                                                                member.birthDate(),
                                                                population.epoch())),
                                        expected())));
    }

    private static String label(Sex sex, int age) {
        int group = PYRAMID.group(Math.min(Math.max(age, 0), AgeModel.OLDEST));
        return label(sex, PYRAMID.from(group), PYRAMID.to(group));
    }

    private static String label(Sex sex, int from, int to) {
        return "%s %02d-%02d".formatted(sex.code(), from, to);
    }

    private static SortedMap<String, Double> expected() {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Sex sex : Sex.values()) {
            for (int group = 0; group < PYRAMID.groups(); group++) {
                shares.put(
                        label(sex, PYRAMID.from(group), PYRAMID.to(group)),
                        PYRAMID.share(sex, group));
            }
        }
        return shares;
    }
}
