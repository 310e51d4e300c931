package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables that claims are made from. Immutable. */
final class ClaimTables {
    /** Days until a claim is received, decided and paid, from a low to a high number each. */
    record Lag(
            boolean electronic,
            int receiveLow,
            int receiveHigh,
            int decideLow,
            int decideHigh,
            int payLow,
            int payHigh,
            double share) {}

    private static final class Holder {
        static final ClaimTables STANDARD = new ClaimTables();
    }

    /** Relative weight, in ten-thousandths, from which a stay has days in intensive care. */
    static final int INTENSIVE_WEIGHT = 25_000;

    private static final int USUAL_WEIGHT = 10_000;
    private static final Text PERINATAL = Text.of("perinatal");
    private static final String DEFAULT_TYPE_OF_BILL = "131";

    private final Keyed<Service> services = Service.standard();
    private final Service generalRoom = services.get("room-and-board-general");
    private final Service intensiveRoom = services.get("room-and-board-intensive");
    private final Service newbornRoom = services.get("room-and-board-newborn");
    private final ProviderType psychiatry = ProviderDirectory.standard().type("psychiatry");
    private final Service sickNewbornRoom = services.get("room-and-board-newborn-intermediate");
    private final Service newbornIntensiveRoom = services.get("room-and-board-newborn-intensive");
    private final Service psychiatricRoom = services.get("room-and-board-psychiatric");
    private final Service hospitalDrugs = services.get("pharmacy-general");
    private final Service supplies = services.get("medical-supplies");
    private final Service operatingRoom = services.get("operating-room");
    private final Service recoveryRoom = services.get("recovery-room");
    private final Service emergencyRoom = services.get("emergency-room-facility");
    private final Service surgeryFacility = services.get("surgery-facility");
    private final Service clinic = services.get("clinic-facility");
    private final Service dailyVisit = services.get("hospital-daily-visit");
    private final Service nursingVisit = services.get("nursing-facility-visit");
    private final Service nursingDay = services.get("skilled-nursing-day");
    private final SortedMap<String, Service> byReport = new TreeMap<>();
    private final Text[] places = new Text[Setting.values().length];
    private final Text[] bills = new Text[Setting.values().length];
    private final Lag[][] lags = new Lag[ClaimType.values().length][];

    private ClaimTables() {
        for (Service service : services.all()) {
            for (String prefix : List.of("panel-", "imaging-")) {
                if (service.key().startsWith(prefix)) {
                    byReport.put(service.key().substring(prefix.length()), service);
                }
            }
        }
        for (Setting setting : Setting.values()) {
            places[setting.ordinal()] =
                    Text.of(code("codes/places-of-service.csv", "code", setting, "11"));
            bills[setting.ordinal()] =
                    Text.of(
                            code(
                                            "codes/bill-types.csv",
                                            "type_of_bill",
                                            setting,
                                            DEFAULT_TYPE_OF_BILL)
                                    .substring(0, 2));
        }
        for (ClaimType type : ClaimType.values()) {
            lags[type.ordinal()] =
                    ReferenceTable.read("weights/payment-lags.csv").stream()
                            .filter(
                                    row ->
                                            row.getField("claim_type")
                                                    .equals(type.code().toString()))
                            .map(
                                    row ->
                                            new Lag(
                                                    !row.getField("channel").equals("paper"),
                                                    integer(row, "receive_days_low"),
                                                    integer(row, "receive_days_high"),
                                                    integer(row, "adjudicate_low"),
                                                    integer(row, "adjudicate_high"),
                                                    integer(row, "pay_low"),
                                                    integer(row, "pay_high"),
                                                    number(row, "share")))
                            .toArray(Lag[]::new);
        }
    }

    /** The first code that stands for a setting. */
    private static String code(String table, String column, Setting setting, String otherwise) {
        return ReferenceTable.read(table).stream()
                .filter(
                        row ->
                                Arrays.asList(row.getField("setting").split("\\+"))
                                        .contains(setting.code().toString()))
                .map(row -> row.getField(column))
                .reduce((first, second) -> setting == Setting.TELEHEALTH ? second : first)
                .orElse(otherwise);
    }

    static ClaimTables standard() {
        return Holder.STANDARD;
    }

    /** The service that a report is billed as, or null. */
    @Nullable Service serviceOf(String report) {
        return byReport.get(report);
    }

    /** The place of service code of a setting. */
    Text placeOfService(Setting setting) {
        return places[setting.ordinal()];
    }

    /** The first two digits of the type of bill of a setting. */
    Text typeOfBill(Setting setting) {
        return bills[setting.ordinal()];
    }

    /** The lag of a claim, by a uniform number. */
    Lag lag(ClaimType type, double uniform) {
        double rest = uniform;
        Lag[] ofType = lags[type.ordinal()];
        for (Lag lag : ofType) {
            rest -= lag.share();
            if (rest < 0) {
                return lag;
            }
        }
        return ofType[0];
    }

    /**
     * The room of a stay: newborns with problems need more than a nursery, and those whom a
     * psychiatrist treats are among themselves.
     */
    Service room(Visit visit, DrgGroup drg) {
        if (visit.pathway().category().equals(PERINATAL)) {
            return drg.weight() >= INTENSIVE_WEIGHT
                    ? newbornIntensiveRoom
                    : drg.weight() >= USUAL_WEIGHT ? sickNewbornRoom : newbornRoom;
        }
        return visit.rule().provider() == psychiatry ? psychiatricRoom : generalRoom;
    }

    Service generalRoom() {
        return generalRoom;
    }

    Service intensiveRoom() {
        return intensiveRoom;
    }

    Service hospitalDrugs() {
        return hospitalDrugs;
    }

    Service supplies() {
        return supplies;
    }

    Service operatingRoom() {
        return operatingRoom;
    }

    Service recoveryRoom() {
        return recoveryRoom;
    }

    Service emergencyRoom() {
        return emergencyRoom;
    }

    Service surgeryFacility() {
        return surgeryFacility;
    }

    Service clinic() {
        return clinic;
    }

    Service dailyVisit() {
        return dailyVisit;
    }

    Service nursingVisit() {
        return nursingVisit;
    }

    /** A day in a skilled nursing facility, with all that is done there. */
    Service nursingDay() {
        return nursingDay;
    }
}
