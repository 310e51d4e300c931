package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.random.AliasTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visit with nights in a hospital or a skilled nursing facility has beside.
 *
 * @param nights how many
 * @param drg the MS-DRG where no procedure decides on it, or null in a skilled nursing facility,
 *     which is paid by the day
 * @param discharges where people go
 * @param weights of the discharges
 */
public record Stay(
        IntRange nights,
        @Nullable DrgGroup drg,
        List<DischargeStatus> discharges,
        AliasTable weights) {}
