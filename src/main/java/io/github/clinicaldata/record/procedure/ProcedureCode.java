package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of a procedure with what a record tells of it.
 *
 * @param system where the code is from
 * @param code the code
 * @param description as its release has it
 * @param name in words of our own
 * @param category what kind of procedure it is
 * @param bodySite where on the body, or null
 * @param minutes how long it usually takes
 * @param examiner who does it
 * @param performers the types of practitioners that do it, the usual one first; empty where the
 *     practitioner of the visit does
 */
public record ProcedureCode(
        CodeSystem system,
        Text code,
        Text description,
        Text name,
        ProcedureCategory category,
        @Nullable Text bodySite,
        IntRange minutes,
        Examiner examiner,
        List<ProviderType> performers) {}
