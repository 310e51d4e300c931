package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Ethnicity;
import io.github.clinicaldata.record.person.Race;
import io.github.clinicaldata.record.person.Sex;
import org.jspecify.annotations.Nullable;

/** The extensions of US Core that a patient has: race, ethnicity and sex at birth. */
final class PersonExtensions {
    private static final String BASE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private PersonExtensions() {}

    static Fragment of(Race race, Ethnicity ethnicity, Sex sex) {
        return Fragment.of(
                writer -> {
                    writer.beginArray(Elements.EXTENSION);
                    race(writer, race);
                    ethnicity(writer, ethnicity);
                    birthSex(writer, sex);
                    writer.endArray();
                });
    }

    /** Categories that OMB does not have are given as text only. */
    private static void race(ResourceWriter writer, Race race) {
        switch (race) {
            case WHITE -> category(writer, "race", "2106-3", "White");
            case BLACK -> category(writer, "race", "2054-5", "Black or African American");
            case ASIAN -> category(writer, "race", "2028-9", "Asian");
            case PACIFIC ->
                    category(writer, "race", "2076-8", "Native Hawaiian or Other Pacific Islander");
            case NATIVE -> category(writer, "race", "1002-5", "American Indian or Alaska Native");
            case TWO_OR_MORE -> category(writer, "race", null, "Two or more races");
            case OTHER -> category(writer, "race", null, "Some other race");
        }
    }

    private static void ethnicity(ResourceWriter writer, Ethnicity ethnicity) {
        switch (ethnicity) {
            case HISPANIC -> category(writer, "ethnicity", "2135-2", "Hispanic or Latino");
            case NOT_HISPANIC -> category(writer, "ethnicity", "2186-5", "Not Hispanic or Latino");
        }
    }

    private static void category(
            ResourceWriter writer, String name, @Nullable String code, String text) {
        writer.beginObject();
        writer.text(Elements.URL, Text.of(BASE + name));
        writer.beginArray(Elements.EXTENSION);
        if (code != null) {
            writer.beginObject();
            writer.text(Elements.URL, Text.of("ombCategory"));
            writer.beginObject(Elements.VALUE_CODING);
            Fragments.coding(writer, Systems.RACE_AND_ETHNICITY, code, text);
            writer.endObject();
            writer.endObject();
        }
        writer.beginObject();
        writer.text(Elements.URL, Text.of("text"));
        writer.text(Elements.VALUE_STRING, Text.of(text));
        writer.endObject();
        writer.endArray();
        writer.endObject();
    }

    private static void birthSex(ResourceWriter writer, Sex sex) {
        writer.beginObject();
        writer.text(Elements.URL, Text.of(BASE + "birthsex"));
        writer.text(Elements.VALUE_CODE, Text.of(sex == Sex.FEMALE ? "F" : "M"));
        writer.endObject();
    }
}
