package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.pathway.ServiceOrder;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Decides which of the services of its rule are given at a visit: a pure function of the visit. */
public final class GivenServices {
    private GivenServices() {}

    /** The services that are given, the main one first. */
    public static List<Service> of(Visit visit) {
        List<ServiceOrder> orders = visit.rule().services();
        List<Service> given = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            ServiceOrder order = orders.get(i);
            if (order.share() >= 1 || Uniforms.of(key(visit, i), 1) < order.share()) {
                given.add(order.service());
            }
        }
        return Collections.unmodifiableList(given);
    }

    /** The key of the service at a position among those of the visit's rule. */
    public static long key(Visit visit, int position) {
        return Mixer.combine(visit.key(), 300L + position);
    }
}
