package io.github.clinicaldata.record.provider;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.PersonNames;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of organizations from the patterns of {@code weights/organization-names.csv}, whose
 * placeholders are filled with the place, a surname or a word.
 */
final class OrganizationNames {
    private static final String COUNTY = "{county}";
    private static final String COUNTY_WORD = " County";

    private final Map<String, WeightedTexts> patterns = new TreeMap<>();
    private final WeightedTexts saints;
    private final WeightedTexts trees;
    private final PersonNames names = PersonNames.standard();

    OrganizationNames() {
        ReferenceTable table = ReferenceTable.read("weights/organization-names.csv");
        table.stream()
                .map(row -> row.getField("type"))
                .distinct()
                .forEach(
                        type ->
                                patterns.put(
                                        type,
                                        WeightedTexts.of(
                                                table.stream()
                                                        .filter(
                                                                row ->
                                                                        row.getField("type")
                                                                                .equals(type))
                                                        .toList(),
                                                row -> row.getField("pattern"),
                                                row -> number(row, "weight"))));
        saints = words("saint");
        trees = words("tree");
    }

    private static WeightedTexts words(String kind) {
        return WeightedTexts.of(
                ReferenceTable.read("codes/words.csv")
                        .stream()
                        .filter(row -> row.getField("kind").equals(kind))
                        .toList(),
                row -> row.getField("value"),
                row -> 1);
    }

    /** A name for an organization of a type in a place. */
    Text pick(ProviderType type, Place place, RandomStream stream, TextBuilder builder) {
        WeightedTexts ofType = patterns.get(type.type().toString());
        if (ofType == null) {
            throw new IllegalStateException("No name pattern for " + type.type());
        }
        String pattern = ofType.pick(stream).toString();
        builder.start();
        List<Text> surnames = new ArrayList<>(2);
        int position = 0;
        while (position < pattern.length()) {
            char next = pattern.charAt(position);
            if (next != '{') {
                builder.append(next);
                position++;
                continue;
            }
            int end = pattern.indexOf('}', position) + 1;
            String placeholder = pattern.substring(position, end);
            builder.append(fill(placeholder, place, surnames, stream));
            position = end;
            if (placeholder.equals(COUNTY)
                    && pattern.startsWith(COUNTY_WORD, position)
                    && hasOwnWord(place.county())) {
                position += COUNTY_WORD.length();
            }
        }
        return builder.build();
    }

    private Text fill(String placeholder, Place place, List<Text> surnames, RandomStream stream) {
        return switch (placeholder) {
            case "{city}" -> place.city();
            case COUNTY -> place.county();
            case "{saint}" -> saints.pick(stream);
            case "{tree}" -> trees.pick(stream);
            case "{surname}" -> anotherSurname(surnames, stream);
            default -> throw new IllegalStateException("Unknown placeholder " + placeholder);
        };
    }

    private Text anotherSurname(List<Text> used, RandomStream stream) {
        Text surname = names.surname(Origin.WHITE, stream);
        while (used.contains(surname)) {
            surname = names.surname(Origin.WHITE, stream);
        }
        used.add(surname);
        return surname;
    }

    /** Parishes, boroughs, planning regions and independent cities carry their word in the table. */
    private static boolean hasOwnWord(Text county) {
        String name = county.toString();
        return name.endsWith("Parish")
                || name.endsWith("Borough")
                || name.endsWith("Area")
                || name.endsWith("Municipality")
                || name.endsWith("city")
                || name.endsWith("City")
                || name.endsWith("Region")
                || name.equals("District of Columbia");
    }
}
