// Nudge: If you knew how many days have passed since 1 January 1970, how would you find the weekday?
// Idea: Thursday is 3, and seven days later it is Thursday again: (days + 3) % 7. The days are those of all years
//   before, those of all months before in the same year, and day − 1.
// Almost: `var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]`, with 29 if `year % 4 == 0`. Check the month
//   before you look up its length. The years before are `(1970..<year).reduce(0) { $0 + ($1 % 4 == 0 ? 366 : 365) }`.

public func weekday(year: Int, month: Int, day: Int) throws -> Int? {
    var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if year % 4 == 0 { lengths[1] = 29 }
    guard (1970...2099).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
        return nil
    }
    let years = (1970..<year).reduce(0) { $0 + ($1 % 4 == 0 ? 366 : 365) }
    return (years + lengths.prefix(month - 1).reduce(0, +) + day - 1 + 3) % 7
}
