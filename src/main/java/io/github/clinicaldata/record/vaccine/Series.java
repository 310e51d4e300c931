package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.YamlNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What all series have in common. Immutable.
 *
 * @param ordinal its position among all series of the schedule
 * @param code the name in the schedule
 * @param group the vaccine group
 * @param from the first day of the recommendation, since 1970-01-01
 * @param to its last day
 * @param offers the vaccines that are used
 * @param settings where they are given
 * @param doses of each number, within each length of series
 */
record Series(
        int ordinal,
        Text code,
        String group,
        int from,
        int to,
        List<Offer> offers,
        Settings settings,
        List<List<List<SeriesDose>>> doses) {
    private static final int LONGEST = 6;

    /** Reads what every series has. */
    static Series read(int ordinal, YamlNode node, Products products) {
        Text code = Text.of(node.text("series"));
        Text name = Text.of(node.text("name"));
        List<List<List<SeriesDose>>> lengths = new ArrayList<>();
        for (int of = 0; of <= LONGEST; of++) {
            List<List<SeriesDose>> numbers = new ArrayList<>();
            for (int number = 1; number <= of; number++) {
                numbers.add(List.of(new SeriesDose(code, name, number, of)));
            }
            lengths.add(List.copyOf(numbers));
        }
        return new Series(
                ordinal,
                code,
                node.text("group"),
                Offer.day(node, "since", Integer.MIN_VALUE),
                Offer.day(node, "to", Integer.MAX_VALUE),
                Offer.read(node, products),
                Settings.of(node.text("group")),
                List.copyOf(lengths));
    }

    /** A dose of this series and no other. */
    List<SeriesDose> dose(int number, int of) {
        return doses.get(of).get(number - 1);
    }
}
