package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.health.*;
import org.jspecify.annotations.Nullable;

public record Prescription(
        int member,
        Drug drug,
        @Nullable MemberCondition condition,
        @Nullable Visit visit,
        int day,
        int quantityTenths,
        int daysSupply,
        int refills,
        long key) {}
