// The calendar.

import Tabular
import Testing

@Suite struct `A date` {
    @Test func `has the parts that the book prints for its first rows`() throws {
        let dates = ["11/16/2006 0:00", "3/26/2004 0:00", "2/26/2004 0:00"].compactMap { DateTime($0) }
        #expect(dates.map(\.week) == [46, 13, 9])
        #expect(dates.map(\.weekday) == [3, 4, 3])
        #expect(dates.map(\.dayOfYear) == [320, 86, 57])
        #expect(dates.map(\.seconds) == [1_163_635_200, 1_080_259_200, 1_077_753_600])
    }

    @Test func `counts days forth and back over eight hundred years`() throws {
        var day = try #require(DateTime(1600, 1, 1))
        var (year, month, date) = (1600, 1, 1)
        while year < 2400 {
            let found = day.calendarDay
            guard found == (year, month, date), DateTime(year, month, date) == day else {
                Issue.record("\(year)-\(month)-\(date) is read as \(found)")
                return
            }
            day = DateTime(seconds: day.seconds + 86_400)
            date += 1
            if DateTime(year, month, date) == nil { (month, date) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect(day == DateTime(2400, 1, 1))
    }

    @Test func `belongs to the week of its Thursday`() {
        #expect(DateTime(2005, 1, 1)?.week == 53)
        #expect(DateTime(2007, 12, 31)?.week == 1)
        #expect(DateTime(2008, 12, 28)?.week == 52)
        #expect(DateTime(2020, 12, 31)?.week == 53)
        #expect(DateTime(1969, 12, 31)?.weekday == 2)
    }

    @Test(arguments: [
        ("2006-11-16", "2006-11-16"), ("2006-11-16 14:05", "2006-11-16 14:05:00"),
        ("2006-11-16T14:05:09Z", "2006-11-16 14:05:09"), ("11/16/2006 0:00", "2006-11-16"),
        ("1/2/2006 13:30:01", "2006-01-02 13:30:01"), ("2006-11-16 14:05:09.25", "2006-11-16 14:05:09"),
        ("2000-02-29", "2000-02-29"), ("0044-03-15", "0044-03-15"),
    ])
    func `is read as people and programs write it`(_ text: String, _ shown: String) {
        #expect(DateTime(text)?.description == shown)
    }

    @Test(arguments: [
        "", "2006", "2006-11", "2006-13-01", "2006-02-29", "1900-02-29", "31/12/2006", "2006-11-16 24:00", "2006/11/16",
        "06-11-16", "2006-11-16 1", "a2006-11-16", "2006-11-16x", "2006--11-16", "20061116", "99999999999999999999-1-1",
        "2006-11-16 12:00 PM", "٢٠٠٦-11-16", "2006-11-16 12:60",
    ])
    func `is nothing else`(_ text: String) {
        #expect(DateTime(text) == nil)
    }
}
