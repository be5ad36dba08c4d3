package org.tickstock.engine.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/**
 * On which days the New York Stock Exchange opens, and when it closes on them.
 *
 * <p>Rules give the holidays and half days; a data file names the days on which the exchange departed from them.
 * The rules hold from 1998 on, when Martin Luther King's day became a holiday; earlier exceptions are not in the file.
 * <p>Thread: immutable; may be shared.
 * <p>Errors: a line of the file that cannot be read is refused with its number.
 * <p>Source: market rules, section 3.
 */
final class ExchangeDays {

    static final LocalTime FULL_CLOSE = LocalTime.of(16, 0);
    private static final LocalTime HALF_CLOSE = LocalTime.of(13, 0);
    private static final String SHIPPED = "exchange-days.csv";
    private static final int FIRST_JUNETEENTH = 2022;

    /** Closing time of days that break the rules; null stands for closed all day. */
    private final Map<LocalDate, LocalTime> exceptions = new HashMap<>();

    private ExchangeDays() {
    }

    /** The rules, and the exceptions that come with the engine. */
    static ExchangeDays shipped() {
        try (InputStream data = ExchangeDays.class.getResourceAsStream(SHIPPED)) {
            if (data == null) {
                throw new IllegalStateException("resource must be present: " + SHIPPED);
            }
            return read(new InputStreamReader(data, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("resource must be readable: " + SHIPPED, unreadable);
        }
    }

    /** The rules, and the exceptions in {@code data}: lines of kind, date, close and reason. */
    static ExchangeDays read(Reader data) throws IOException {
        ExchangeDays days = new ExchangeDays();
        BufferedReader lines = new BufferedReader(data);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                days.addException(line, number);
            }
        }
        return days;
    }

    private void addException(String line, int number) {
        String[] fields = line.split(",", 4);
        try {
            LocalDate date = LocalDate.parse(fields[1]);
            switch (fields[0]) {
                case "closed" -> exceptions.put(date, null);
                case "half" -> exceptions.put(date, LocalTime.parse(fields[2]));
                case "full" -> exceptions.put(date, FULL_CLOSE);
                default -> throw new DateTimeException("unknown kind " + fields[0]);
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw new IllegalArgumentException("exchange day must be kind,date,close,reason"
                    + " with kind closed, half or full, line " + number + " was '" + line + "'", unreadable);
        }
    }

    /** Whether the exchange opens on {@code date}. */
    boolean isTradingDay(LocalDate date) {
        if (exceptions.containsKey(date)) {
            return exceptions.get(date) != null;
        }
        return !isWeekend(date) && !isHoliday(date);
    }

    /** When the regular session of a trading day ends. */
    LocalTime closeOf(LocalDate tradingDay) {
        LocalTime exception = exceptions.get(tradingDay);
        if (exception != null) {
            return exception;
        }
        return isHalfDay(tradingDay) ? HALF_CLOSE : FULL_CLOSE;
    }

    private static boolean isHoliday(LocalDate date) {
        int year = date.getYear();
        return date.equals(newYear(year))
                || date.equals(nth(3, DayOfWeek.MONDAY, Month.JANUARY, year))
                || date.equals(nth(3, DayOfWeek.MONDAY, Month.FEBRUARY, year))
                || date.equals(easter(year).minusDays(2))
                || date.equals(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || year >= FIRST_JUNETEENTH && date.equals(observed(LocalDate.of(year, Month.JUNE, 19)))
                || date.equals(observed(LocalDate.of(year, Month.JULY, 4)))
                || date.equals(nth(1, DayOfWeek.MONDAY, Month.SEPTEMBER, year))
                || date.equals(thanksgiving(year))
                || date.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)));
    }

    /** Asked for trading days only: with Independence Day on a Saturday, 3 July is the holiday itself. */
    private static boolean isHalfDay(LocalDate date) {
        return date.equals(thanksgiving(date.getYear()).plusDays(1))
                || date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24
                || date.getMonth() == Month.JULY && date.getDayOfMonth() == 3;
    }

    /** On a Saturday it is not moved to Friday: that would be the last day of the accounting year. */
    private static LocalDate newYear(int year) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        return first.getDayOfWeek() == DayOfWeek.SUNDAY ? first.plusDays(1) : first;
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate thanksgiving(int year) {
        return nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER, year);
    }

    private static LocalDate nth(int n, DayOfWeek day, Month month, int year) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
    }

    /** Easter Sunday by the Gregorian rule: the Sunday after the first ecclesiastical full moon from 21 March on. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int solar = century - century / 4;
        int lunar = (8 * century + 13) / 25;
        int moon = Math.floorMod(solar - lunar + 19 * golden + 15, 30);
        if (moon == 29 || moon == 28 && golden > 10) {
            moon--;
        }
        LocalDate fullMoon = LocalDate.of(year, Month.MARCH, 21).plusDays(moon);
        return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
