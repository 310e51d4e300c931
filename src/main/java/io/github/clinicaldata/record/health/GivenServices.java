package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.pathway.ProcedureOrder;
import io.github.clinicaldata.record.pathway.ServiceOrder;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decides which of the services of its rule are given at a visit, and which procedures of a stay
 * are done: a pure function of the visit.
 */
public final class GivenServices {
    private static final Text ANESTHESIA = Text.of("anesthesia");
    private static final Text SURGERY = Text.of("surgery");
    private static final Text PROCEDURE = Text.of("procedure");

    private GivenServices() {}

    /**
     * The services that are given, the main one first.
     *
     * @param age of the member at the visit, in whole years
     */
    public static List<Service> of(Visit visit, int age) {
        return of(orders(visit, age));
    }

    /** The services of orders. */
    public static List<Service> of(List<ServiceOrder> orders) {
        List<Service> given = new ArrayList<>(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            given.add(orders.get(i).service());
        }
        return Collections.unmodifiableList(given);
    }

    /**
     * The orders whose services are given, the main one first.
     *
     * @param age of the member at the visit, in whole years
     */
    public static List<ServiceOrder> orders(Visit visit, int age) {
        List<ServiceOrder> orders = visit.rule().services();
        List<ServiceOrder> given = new ArrayList<>(orders.size());
        boolean operated = visit.rule().stay() == null;
        for (int i = 0; i < orders.size(); i++) {
            Text kind = orders.get(i).service().kind();
            // nobody is put to sleep in a stay in which nothing is done; the order stands behind
            if (isGiven(visit, i, age) && (operated || !kind.equals(ANESTHESIA))) {
                given.add(orders.get(i));
                operated |= kind.equals(SURGERY) || kind.equals(PROCEDURE);
            }
        }
        return Collections.unmodifiableList(given);
    }

    /**
     * Whether the service at a position among those of the visit's rule is given.
     *
     * @param age of the member at the visit, in whole years
     */
    public static boolean isGiven(Visit visit, int position, int age) {
        ServiceOrder order = visit.rule().services().get(position);
        if (order.takes() != null && order.takes() != TakenTissue.of(visit, age)) {
            return false;
        }
        return order.procedure() >= 0
                ? isDone(visit, order.procedure())
                : order.share() >= 1 || Uniforms.of(key(visit, position), 1) < order.share();
    }

    /**
     * Whether the procedure at a position among those of the visit's rule is done, where its limits
     * fit: by chance, and where the stay is long enough for it.
     */
    public static boolean isDone(Visit visit, int position) {
        ProcedureOrder order = visit.rule().procedures().get(position);
        return Uniforms.of(procedureKey(visit, position), 1) < order.share()
                && order.fits(visit.end() - visit.begin());
    }

    /** The key of the service at a position among those of the visit's rule. */
    public static long key(Visit visit, int position) {
        return Mixer.combine(visit.key(), 300L + position);
    }

    /** The key of the procedure at a position among those of the visit's rule. */
    public static long procedureKey(Visit visit, int position) {
        return Mixer.combine(visit.key(), 400L + position);
    }
}
