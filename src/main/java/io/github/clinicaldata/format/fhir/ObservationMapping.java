package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ObservationCategory;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.observation.Observation;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Observations as {@code Observation}, each by the profile of US Core that fits its LOINC code. */
@Singleton
public final class ObservationMapping implements ResourceMapping<Observation> {
    private static final Element CATEGORY = Element.of("category");
    private static final Element ENCOUNTER = Element.of("encounter");
    private static final Element EFFECTIVE = Element.of("effectiveDateTime");
    private static final Element PERFORMER = Element.of("performer");
    private static final Element COMPONENT = Element.of("component");
    private static final Text PULSE_OXIMETRY = Text.of("59408-5");
    private static final Text OXYGEN_SATURATION = Text.of("2708-6");

    /** What the profile of pulse oximetry wants beside the method's own code. */
    private static final Text OXYGEN_SATURATION_NAME =
            Text.of("Oxygen saturation in Arterial blood");

    private static final Fragment[] CATEGORIES =
            Arrays.stream(ObservationCategory.values())
                    .map(ObservationMapping::category)
                    .toArray(Fragment[]::new);

    private static final Fragment[] USUAL_META =
            Arrays.stream(ObservationCategory.values())
                    .map(ObservationMapping::usualMeta)
                    .toArray(Fragment[]::new);

    private static final Map<Text, Fragment> META_OF_SIGNS = metaOfSigns();

    private static Fragment category(ObservationCategory category) {
        String display =
                switch (category) {
                    case VITAL_SIGNS -> "Vital Signs";
                    case LABORATORY -> "Laboratory";
                    case SURVEY -> "Survey";
                    case SOCIAL_HISTORY -> "Social History";
                };
        return Fragments.concepts(
                CATEGORY, Systems.OBSERVATION_CATEGORY, category.code().toString(), display);
    }

    private static Fragment usualMeta(ObservationCategory category) {
        return Fragments.meta(
                switch (category) {
                    case VITAL_SIGNS -> Profiles.VITAL_SIGNS;
                    case LABORATORY -> Profiles.LABORATORY_RESULT;
                    case SURVEY -> Profiles.SCREENING;
                    case SOCIAL_HISTORY -> Profiles.SMOKING_STATUS;
                });
    }

    private static Map<Text, Fragment> metaOfSigns() {
        Map<Text, Fragment> metas = new TreeMap<>();
        metas.put(Text.of("85354-9"), Fragments.meta(Profiles.BLOOD_PRESSURE));
        metas.put(Text.of("29463-7"), Fragments.meta(Profiles.BODY_WEIGHT));
        metas.put(Text.of("8302-2"), Fragments.meta(Profiles.BODY_HEIGHT));
        metas.put(Text.of("8867-4"), Fragments.meta(Profiles.HEART_RATE));
        metas.put(Text.of("9279-1"), Fragments.meta(Profiles.RESPIRATORY_RATE));
        metas.put(Text.of("8310-5"), Fragments.meta(Profiles.BODY_TEMPERATURE));
        metas.put(PULSE_OXIMETRY, Fragments.meta(Profiles.PULSE_OXIMETRY));
        metas.put(Text.of("39156-5"), Fragments.meta(Profiles.BMI));
        metas.put(Text.of("9843-4"), Fragments.meta(Profiles.HEAD_CIRCUMFERENCE));
        metas.put(Text.of("59576-9"), Fragments.meta(Profiles.BMI_PERCENTILE));
        return metas;
    }

    @Override
    public String kind() {
        return "observations";
    }

    @Override
    public ResourceType type() {
        return ResourceType.OBSERVATION;
    }

    @Override
    public void write(Observation observation, Population population, ResourceWriter writer) {
        ObservationCategory category = observation.category();
        writer.begin(ResourceType.OBSERVATION, observation.id());
        DataTypes.meta(writer, observation.effective().toLocalDate(), meta(observation));
        writer.text(Elements.STATUS, observation.status().code());
        writer.fixed(CATEGORIES[category.ordinal()]);
        code(observation, writer);
        writer.reference(Elements.SUBJECT, ResourceType.PATIENT, observation.member().id());
        writer.reference(ENCOUNTER, ResourceType.ENCOUNTER, observation.encounter());
        writer.dateTime(EFFECTIVE, observation.effective());
        DataTypes.providers(writer, PERFORMER, observation.performer());
        List<Result> components = observation.components();
        if (components.isEmpty()) {
            ResultWriter.write(writer, observation.result());
        } else {
            components(components, writer);
        }
        writer.end();
    }

    private static Fragment meta(Observation observation) {
        Fragment usual = USUAL_META[observation.category().ordinal()];
        return observation.category() == ObservationCategory.VITAL_SIGNS
                ? META_OF_SIGNS.getOrDefault(observation.loinc(), usual)
                : usual;
    }

    private static void code(Observation observation, ResourceWriter writer) {
        writer.beginObject(Elements.CODE);
        writer.beginArray(Elements.CODING);
        CodingSystem.LOINC.coding(writer, observation.loinc(), observation.name());
        if (observation.loinc().equals(PULSE_OXIMETRY)) {
            CodingSystem.LOINC.coding(writer, OXYGEN_SATURATION, OXYGEN_SATURATION_NAME);
        }
        writer.endArray();
        writer.endObject();
    }

    private static void components(List<Result> components, ResourceWriter writer) {
        writer.beginArray(COMPONENT);
        for (int i = 0; i < components.size(); i++) {
            Result component = components.get(i);
            writer.beginObject();
            CodingSystem.LOINC.concept(
                    writer, Elements.CODE, component.analyte().loinc(), component.analyte().name());
            ResultWriter.write(writer, component);
            writer.endObject();
        }
        writer.endArray();
    }
}
