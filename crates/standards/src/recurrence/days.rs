//! The calendar as numbers: days since 1970, and weeks of the year.

/// The number of a day, 0 for 1 January 1970. After the algorithm of Howard Hinnant.
pub(super) fn number(year: i16, month: i8, day: i8) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year, month and day of a number.
pub(super) fn date(number: i64) -> (i16, i8, i8) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted - era * 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let small = |number: i64| i8::try_from(number).unwrap_or(1);
    (i16::try_from(year).unwrap_or(i16::MAX), small(month), small(day))
}

/// The first day of a year.
pub(super) fn first_of_year(year: i64) -> i64 {
    number(i16::try_from(year).unwrap_or(i16::MAX), 1, 1)
}

/// The first day of a month.
pub(super) fn first_of_month(year: i64, month: i64) -> i64 {
    number(i16::try_from(year).unwrap_or(i16::MAX), i8::try_from(month).unwrap_or(1), 1)
}

/// 0 for Monday to 6 for Sunday.
pub(super) const fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

/// The first day of the week that a day is in.
pub(super) const fn week_of(day: i64, week_start: i64) -> i64 {
    day - (weekday(day) - week_start).rem_euclid(7)
}

/// The first day of the first week of a year: the first week with four of its days in it.
pub(super) fn first_week(year: i64, week_start: i64) -> i64 {
    week_of(first_of_year(year) + 3, week_start)
}

/// The year whose weeks a day is counted in.
pub(super) fn week_year(day: i64, week_start: i64) -> i64 {
    let year = i64::from(date(day).0);
    if day >= first_week(year + 1, week_start) {
        year + 1
    } else if day < first_week(year, week_start) {
        year - 1
    } else {
        year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!((number(1970, 1, 1), number(2000, 3, 1)), (0, 11_017));
        for day in [-800_000, -1, 0, 59, 60, 11_016, 20_585, 2_932_896] {
            let (year, month, of_month) = date(day);
            assert_eq!(number(year, month, of_month), day);
        }
        assert_eq!(weekday(number(2026, 5, 12)), 1);
    }

    #[test]
    fn the_first_days_of_january_may_be_of_the_last_week_of_the_year_before() {
        assert_eq!(week_year(number(2027, 1, 3), 0), 2026);
        assert_eq!(week_year(number(2024, 12, 30), 0), 2025);
        assert_eq!((number(2026, 12, 28) - first_week(2026, 0)) / 7 + 1, 53);
    }
}
