package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.pathway.ServiceOrder;
import java.util.ArrayList;
import java.util.List;

/** Decides which services a visit has. */
public final class GivenServices {
    private GivenServices() {}

    public static List<Service> of(Visit visit) {
        List<Service> services = new ArrayList<>();
        int i = 0;
        for (ServiceOrder order : visit.rule().services()) {
            if (order.share() >= 1 || Uniforms.of(visit.key(), 200 + i) < order.share()) {
                services.add(order.service());
            }
            i++;
        }
        return services;
    }
}
