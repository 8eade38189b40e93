// # Dates
//
// A date in a table has no time zone: it is what a calendar and a clock on the wall show. So a `DateTime` is nothing
// but the number of seconds since the first day of 1970 on such a calendar.
//
// The calendar is the Gregorian one, also for days before it was invented. Its rules repeat every 400 years, which are
// 146,097 days. The count is easiest if a year begins in March: then the leap day is the last day of its year, and the
// months March, April, May … begin on days 0, 31, 61, …, which is (153 m + 2) / 5 for m = 0, 1, 2, …

import Common

/// A date and a time of day. (pandas' `Timestamp`.)
public struct DateTime: Sendable, Hashable, Comparable, Codable {
    /// Since 1 January 1970, 0:00. (The book's `Elapsed`.)
    public let seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// A day of the calendar, and a time of day.
    /// - Returns: nil for a day that is none, such as 30 February.
    public init?(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year), (0..<24).contains(hour), (0..<60).contains(minute),
            (0..<60).contains(second)
        else { return nil }
        seconds = Self.days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int, _ year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days from 1 January 1970 to another day.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let (era, yearOfEra) = floorDivision(marchYear, 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Quotient and remainder, the remainder never below 0.
private func floorDivision(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = (value % divisor + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
}

// MARK: The parts of a date

extension DateTime {
    /// Days since 1 January 1970.
    var dayNumber: Int { floorDivision(seconds, 86_400).quotient }
    private var secondOfDay: Int { floorDivision(seconds, 86_400).remainder }

    public var hour: Int { secondOfDay / 3600 }
    public var minute: Int { secondOfDay / 60 % 60 }
    public var second: Int { secondOfDay % 60 }

    /// Year, month from 1 to 12, and day from 1 to 31.
    public var calendarDay: (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivision(dayNumber + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = (marchMonth + 2) % 12 + 1
        return (
            era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    public var year: Int { calendarDay.year }
    public var month: Int { calendarDay.month }
    public var day: Int { calendarDay.day }

    /// From 0 for Monday to 6 for Sunday, as in the book. 1 January 1970 was a Thursday.
    public var weekday: Int { floorDivision(dayNumber + 3, 7).remainder }

    /// From 1 to 366.
    public var dayOfYear: Int { dayNumber - Self.days(year, 1, 1) + 1 }

    /// The week from 1 to 53 by ISO 8601: weeks begin on Monday, and a week belongs to the year of its Thursday.
    public var week: Int { (DateTime(seconds: (dayNumber - weekday + 3) * 86_400).dayOfYear - 1) / 7 + 1 }
}

extension DateTime: CustomStringConvertible {
    /// `2006-11-16`, or `2006-11-16 14:05:00` if there is a time of day.
    public var description: String {
        let (year, month, day) = calendarDay
        let years = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
        let date = "\(years)-\(twoDigits(month))-\(twoDigits(day))"
        return secondOfDay == 0
            ? date : "\(date) \(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
    }
}

// MARK: Reading

extension DateTime {
    /// A date as people and programs write it: `2006-11-16`, `2006-11-16 14:05:00`, `2006-11-16T14:05`,
    /// `11/16/2006 0:00`. With slashes the month comes first, as in the United States.
    /// - Returns: nil for anything else.
    public init?(_ text: some StringProtocol) {
        let date = text.utf8.withContiguousStorageIfAvailable { DateTime($0[...]) }
        guard let date = date ?? DateTime(Array(text.utf8)[...]) else { return nil }
        self = date
    }

    /// The same in bytes.
    init?(_ bytes: some Collection<UInt8>) {
        var scanner = DateScanner(bytes[...])
        guard let date = scanner.date() else { return nil }
        self = date
    }
}

/// Reads the numbers of a date, and what stands between them, from left to right.
private struct DateScanner<Rest: Collection<UInt8>> where Rest.SubSequence == Rest {
    private var rest: Rest

    init(_ bytes: Rest) { rest = bytes }

    mutating func date() -> DateTime? {
        guard let (first, digits) = number() else { return nil }
        let sign: Character = digits == 4 ? "-" : "/"
        guard take(sign), let (second, _) = number(), take(sign), let (third, lastDigits) = number(),
            digits == 4 || lastDigits == 4, let (hour, minute, seconds) = time()
        else { return nil }
        return digits == 4
            ? DateTime(first, second, third, hour: hour, minute: minute, second: seconds)
            : DateTime(third, first, second, hour: hour, minute: minute, second: seconds)
    }

    /// The time of day up to the end, which may be missing. A fraction of a second is read, and dropped.
    private mutating func time() -> (hour: Int, minute: Int, second: Int)? {
        if rest.isEmpty { return (0, 0, 0) }
        let isStandard = take("T")
        guard isStandard || take(" "), let (hour, _) = number(), take(":"), let (minute, _) = number() else {
            return nil
        }
        var second = 0
        if take(":") {
            guard let (found, _) = number() else { return nil }
            second = found
            if take("."), number() == nil { return nil }
        }
        if isStandard { _ = take("Z") }
        return rest.isEmpty ? (hour, minute, second) : nil
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of at most nine digits, and how many it has.
    private mutating func number() -> (Int, digits: Int)? {
        var (value, digits) = (0, 0)
        while let byte = rest.first, 48...57 ~= byte {
            guard digits < 9 else { return nil }
            (value, digits) = (value * 10 + Int(byte - 48), digits + 1)
            rest.removeFirst()
        }
        return digits > 0 ? (value, digits) : nil
    }
}
