// # What a date says
//
// A date is a point in time, and a model can compare it with others. But people buy on Saturdays, and firms at the end
// of a quarter, and nobody sees that from the number of seconds since 1970. So a column of dates becomes many.

import Tensors

extension DataFrame {
    /// The table with a column of dates replaced by what the dates say. (The book's `add_datepart`.)
    ///
    /// There are 13 new columns, behind all others: Year, Month, Week, Day, Dayofweek (Monday is 0), Dayofyear,
    /// Is_month_end, Is_month_start, Is_quarter_end, Is_quarter_start, Is_year_end, Is_year_start, and Elapsed, the
    /// seconds since 1970. Their names begin with that of the old column, without “date” at its end. Where the date is
    /// missing, so are they.
    /// - Parameter time: with Hour, Minute and Second, before Elapsed.
    /// - Throws: ``TableProblem`` for a text that is no date.
    public func addingDateparts(_ name: String, time: Bool = false) throws -> DataFrame {
        let dates = try column(name).asDates(of: "the column “\(name)”").dates
        let prefix = name.hasSuffix("date") || name.hasSuffix("Date") ? String(name.dropLast(4)) : name
        var result = dropping(name)
        let parts = dates.map { $0.map { DateParts($0) } }
        for (part, value) in DateParts.numbers where time || !["Hour", "Minute", "Second"].contains(part) {
            result[prefix + part] = Column(parts.map { $0.map(value) })
        }
        for (part, value) in DateParts.flags { result[prefix + part] = Column(parts.map { $0.map(value) }) }
        result[prefix + "Elapsed"] = Column(dates.map { $0?.seconds })
        return result
    }
}

/// The calendar's view of a date, computed once.
private struct DateParts {
    let date: DateTime
    let year: Int, month: Int, day: Int

    init(_ date: DateTime) {
        self.date = date
        (year, month, day) = date.calendarDay
    }

    private var isLast: Bool { day == DateTime.length(ofMonth: month, year) }

    static let numbers: [(String, @Sendable (DateParts) -> Int)] = [
        ("Year", { $0.year }), ("Month", { $0.month }), ("Week", { $0.date.week }), ("Day", { $0.day }),
        ("Dayofweek", { $0.date.weekday }), ("Dayofyear", { $0.date.dayOfYear }), ("Hour", { $0.date.hour }),
        ("Minute", { $0.date.minute }), ("Second", { $0.date.second }),
    ]

    static let flags: [(String, @Sendable (DateParts) -> Bool)] = [
        ("Is_month_end", { $0.isLast }), ("Is_month_start", { $0.day == 1 }),
        ("Is_quarter_end", { $0.isLast && $0.month % 3 == 0 }),
        ("Is_quarter_start", { $0.day == 1 && $0.month % 3 == 1 }),
        ("Is_year_end", { $0.isLast && $0.month == 12 }), ("Is_year_start", { $0.day == 1 && $0.month == 1 }),
    ]
}
