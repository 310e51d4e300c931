package io.github.clinicaldata.record.provider;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.person.Origin;
import io.github.clinicaldata.record.person.PersonNames;
import io.github.clinicaldata.record.place.Place;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of organizations from the patterns of {@code weights/organization-names.csv}, whose
 * placeholders are filled with the place, a surname or a word.
 */
final class OrganizationNames {
    private static final Text NOTHING = Text.of("");

    /** The patterns of a type of organization. */
    private record Patterns(List<NamePattern> patterns, AliasTable weights) {
        static Patterns of(List<NamedCsvRecord> rows) {
            return new Patterns(
                    rows.stream().map(row -> NamePattern.of(row.getField("pattern"))).toList(),
                    AliasTable.of(
                            rows.stream().mapToDouble(row -> number(row, "weight")).toArray()));
        }

        NamePattern pick(RandomStream stream) {
            return patterns.get(weights.pick(stream));
        }
    }

    /** By the ordinals of types; null for those of practitioners. */
    private final @Nullable Patterns[] patterns;

    private final WeightedTexts saints;
    private final WeightedTexts trees;
    private final PersonNames names = PersonNames.standard();

    OrganizationNames(List<ProviderType> types) {
        ReferenceTable table = ReferenceTable.read("weights/organization-names.csv");
        patterns = new Patterns[types.size()];
        for (ProviderType type : types) {
            List<NamedCsvRecord> rows =
                    table.stream()
                            .filter(row -> row.getField("type").equals(type.type().toString()))
                            .toList();
            patterns[type.ordinal()] = rows.isEmpty() ? null : Patterns.of(rows);
        }
        saints = words("saint");
        trees = words("tree");
    }

    private static WeightedTexts words(String kind) {
        return WeightedTexts.of(
                ReferenceTable.read("codes/words.csv").stream()
                        .filter(row -> row.getField("kind").equals(kind))
                        .toList(),
                row -> row.getField("value"),
                row -> 1);
    }

    /** A name for an organization of a type in a place. */
    Text pick(ProviderType type, Place place, RandomStream stream, TextBuilder builder) {
        Patterns ofType = patterns[type.ordinal()];
        if (ofType == null) {
            throw new IllegalStateException("No name pattern for " + type.type());
        }
        builder.start();
        List<Text> surnames = new ArrayList<>(2);
        for (NamePattern.Part part : ofType.pick(stream).parts()) {
            builder.append(fill(part, place, surnames, stream));
        }
        return builder.build();
    }

    private Text fill(
            NamePattern.Part part, Place place, List<Text> surnames, RandomStream stream) {
        return switch (part.kind()) {
            case LITERAL -> part.text();
            case COUNTY_WORD -> hasOwnWord(place.county()) ? NOTHING : part.text();
            case CITY -> place.city();
            case COUNTY -> place.county();
            case SAINT -> saints.pick(stream);
            case TREE -> trees.pick(stream);
            case SURNAME -> anotherSurname(surnames, stream);
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

    /**
     * Parishes, boroughs, planning regions and independent cities carry their word in the table.
     */
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
