package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Affiliation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a member as it is known on the population's {@code asOf}.
 *
 * @param id the record's id
 * @param member who has it
 * @param condition which one, since when and until when
 * @param status whether it is still there
 * @param abatement the last day where it has passed, or null
 */
public record Condition(
        RecordId id,
        Member member,
        MemberCondition condition,
        ConditionStatus status,
        @Nullable LocalDate abatement) {
    /** The fields of a condition. */
    public static final RecordSchema<Condition> SCHEMA =
            RecordSchema.<Condition>named("condition")
                    .id("id", Condition::id, "Id of the record")
                    .bool("synthetic", condition -> true, "Always true: nobody real")
                    .group("member", Condition::member, Member.REFERENCE, "Who has it")
                    .text("condition", Condition::key, "Key of its pathway")
                    .text("name", each -> each.condition().pathway().name(), "In plain words")
                    .text(
                            "category",
                            each -> each.condition().pathway().category(),
                            "The part of medicine")
                    .code("course", ConditionCourse.class, Condition::course, "How it goes on")
                    .text("code", each -> each.condition().diagnosis().code(), "ICD-10-CM code")
                    .text(
                            "description",
                            each -> each.condition().diagnosis().description(),
                            "Description of the code")
                    .optionalText("external_cause", Condition::cause, "ICD-10-CM code of the cause")
                    .code("status", ConditionStatus.class, Condition::status, "Clinical status")
                    .date("onset_date", Condition::onset, "First day")
                    .optionalDate(
                            "abatement_date",
                            Condition::abatement,
                            "Last day, once it has passed on the as_of date")
                    .optionalGroup(
                            "asserter",
                            each -> each.member().primaryCare(),
                            Affiliation.SCHEMA,
                            "The member's primary care provider")
                    .build();

    /** The key of its pathway. */
    public Text key() {
        return condition.pathway().keyText();
    }

    /** How it goes on. */
    public ConditionCourse course() {
        return switch (condition.pathway().course()) {
            case CHRONIC -> ConditionCourse.CHRONIC;
            case PREGNANCY -> ConditionCourse.PREGNANCY;
            case ACUTE, PREVENTIVE -> ConditionCourse.ACUTE;
        };
    }

    /** The code of an injury's cause, or null. */
    public @Nullable Text cause() {
        return condition.external() == null ? null : condition.external().code();
    }

    /** The first day. */
    public LocalDate onset() {
        return LocalDate.ofEpochDay(condition.onset());
    }
}
