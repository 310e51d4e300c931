package io.github.clinicaldata.record.allergy;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code allergies}. */
@Singleton
public final class AllergiesKind implements RecordKind<Allergy> {
    /** The kind's code in ids. */
    public static final int CODE = 7;

    static final String NAME = "allergies";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String singular() {
        return "allergy";
    }

    @Override
    public int code() {
        return CODE;
    }

    @Override
    public String description() {
        return "Allergies to drugs, foods and surroundings with reactions, severity and status";
    }

    @Override
    public RecordSchema<Allergy> schema() {
        return Allergy.SCHEMA;
    }

    @Override
    public RecordGenerator<Allergy> generator() {
        return AllergyReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return AllergyDraw.SPACE;
    }

    @Override
    public List<RecordFilter<Allergy>> filters() {
        return List.of(
                Filters.oneOf(
                        "category",
                        "What kind of thing the allergen is",
                        Filters.codes(AllergenCategory.values()),
                        allergy -> allergy.allergen().category().code()),
                Filters.oneOf(
                        "status",
                        "Whether the allergy is held to be there on the as_of date",
                        Filters.codes(AllergyStatus.values()),
                        allergy -> allergy.status().code()),
                Filters.oneOf(
                        "allergen",
                        "Key of the allergen",
                        Allergens.standard().all().stream()
                                .map(allergen -> allergen.key().toString())
                                .toList(),
                        allergy -> allergy.allergen().key()));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member who has the allergy",
                        "members",
                        (readers, index) -> new long[] {AllergyReader.of(readers).member(index)}));
    }
}
