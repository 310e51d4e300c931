package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/**
 * A service that is billed, of {@code codes/services.csv}.
 *
 * @param key the service
 * @param name in words of our own
 * @param kind evaluation, preventive, therapy, laboratory, imaging, procedure, surgery and so on
 * @param hcpcs the code under which it is billed, or null where HCPCS level II has none
 * @param modifier or null
 * @param revenue four digits of the revenue code
 * @param unit UN for items, DA for days, MJ for minutes
 * @param units the usual number; 0 for what is paid within another service
 * @param professional cents that Medicare pays a practitioner for a unit
 * @param facility cents that Medicare pays an institution for a unit
 * @param inDrg whether the payment of a hospital stay covers it
 */
public record Service(
        String key,
        Text name,
        Text kind,
        @Nullable Text hcpcs,
        @Nullable Text modifier,
        Text revenue,
        Text unit,
        int units,
        int professional,
        int facility,
        boolean inDrg) {
    /** The services of the product as this process bills them, read once. */
    public static Keyed<Service> standard() {
        return Holder.STANDARD;
    }

    /** The services of the product with the free codes alone. */
    static Keyed<Service> bundled() {
        return Bundled.SERVICES;
    }

    /** This service under the code of a site. */
    Service billedAs(SiteCodes.Billing billing) {
        Text words = billing.description();
        return new Service(
                key,
                words == null ? name : words,
                kind,
                billing.code(),
                billing.modifier(),
                revenue,
                unit,
                units,
                professional,
                facility,
                inDrg);
    }

    private static final class Holder {
        static final Keyed<Service> STANDARD =
                Keyed.of(
                        "services.csv",
                        Bundled.SERVICES.all().stream()
                                .map(SiteCodes.installed()::applyTo)
                                .toList(),
                        Service::key);
    }

    private static final class Bundled {
        static final Keyed<Service> SERVICES =
                Keyed.of(
                        "services.csv",
                        ReferenceTable.read("codes/services.csv").stream()
                                .map(
                                        row ->
                                                new Service(
                                                        row.getField("service"),
                                                        Rows.text(row, "name"),
                                                        Rows.text(row, "kind"),
                                                        Rows.textOrNull(row, "hcpcs"),
                                                        Rows.textOrNull(row, "modifier"),
                                                        Rows.text(row, "revenue"),
                                                        Rows.text(row, "unit"),
                                                        ReferenceTable.integer(row, "units"),
                                                        ReferenceTable.integer(
                                                                row, "professional_cents"),
                                                        ReferenceTable.integer(
                                                                row, "facility_cents"),
                                                        Rows.flag(row, "drg_included")))
                                .toList(),
                        Service::key);
    }
}
