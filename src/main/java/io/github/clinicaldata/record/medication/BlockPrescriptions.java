package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.*;
import io.github.clinicaldata.record.world.EventSpace;
import java.util.List;

public final class BlockPrescriptions {
    public static final EventSpace FILLS = EventSpace.of(0, 0);

    public BlockPrescriptions(BlockHealth health, CareTeam care) {}

    public List<Fill> fills(int year) {
        return List.of();
    }
}
