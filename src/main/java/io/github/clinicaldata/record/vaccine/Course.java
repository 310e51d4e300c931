package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.YamlNode;
import java.util.List;

/**
 * How often things go otherwise than planned; shares from 0 to 1. Immutable.
 *
 * @param apart the least days between two live vaccines that are not given on one day
 * @param visits the ages of a child's visits
 * @param ownChoice series about which a family decides apart from the others
 * @param refusingAll families that decline all vaccines of their children
 * @param habit seasons in which a person does as always
 * @param skippedYoung visits that do not take place below 6 years
 * @param skippedOlder the same from 6 years on
 * @param missed visits that are missed and made up for
 * @param precaution visits at which all is put off for an illness
 * @param stock doses that wait for the vaccine
 * @param contraindicated doses that end their series
 * @param refusedChild of those who do not get a dose when it is due
 * @param refusedAdult the same for adults
 * @param refusedSeason persons who refuse in a season
 * @param missedSeason persons who miss an appointment in a season
 */
record Course(
        int apart,
        List<Age> visits,
        double ownChoice,
        double refusingAll,
        double habit,
        double skippedYoung,
        double skippedOlder,
        double missed,
        double precaution,
        double stock,
        double contraindicated,
        double refusedChild,
        double refusedAdult,
        double refusedSeason,
        double missedSeason) {
    /** Reads the map. */
    static Course read(YamlNode node) {
        node.allowOnly(
                "apart",
                "visits",
                "own_choice",
                "refusing_all",
                "habit",
                "skipped_young",
                "skipped_older",
                "missed",
                "precaution",
                "stock",
                "contraindicated",
                "refused_child",
                "refused_adult",
                "refused_season",
                "missed_season");
        return new Course(
                Age.parse(node.text("apart")).days(),
                node.texts("visits").stream().map(Age::parse).toList(),
                node.number("own_choice"),
                node.number("refusing_all"),
                node.number("habit"),
                node.number("skipped_young"),
                node.number("skipped_older"),
                node.number("missed"),
                node.number("precaution"),
                node.number("stock"),
                node.number("contraindicated"),
                node.number("refused_child"),
                node.number("refused_adult"),
                node.number("refused_season"),
                node.number("missed_season"));
    }
}
