package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.random.AliasTable;
import java.util.List;

/**
 * What a visit with nights in a hospital has beside.
 *
 * @param nights how many
 * @param drg the MS-DRG
 * @param discharges where people go
 * @param weights of the discharges
 */
public record Stay(
        IntRange nights, DrgGroup drg, List<DischargeStatus> discharges, AliasTable weights) {}
