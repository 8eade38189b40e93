import Exercises09
import Practice
import Solutions09

let weekday = Check(
    "9.5",
    answer(
        "weekday(year:month:day:)", Exercises09.weekday(year:month:day:), Solutions09.weekday(year:month:day:))
) { weekday in
    let examples: [(year: Int, month: Int, day: Int, weekday: Int?)] = [
        (2006, 11, 16, 3), (2004, 3, 26, 4), (2004, 2, 26, 3), (1970, 1, 1, 3), (1970, 1, 4, 6), (1970, 1, 5, 0),
        (1972, 2, 29, 1), (1972, 3, 1, 2), (1999, 12, 31, 4), (2000, 2, 29, 1), (2012, 4, 30, 0), (2099, 12, 31, 3),
        (2006, 2, 29, nil), (2006, 2, 30, nil), (2006, 13, 1, nil), (2006, 0, 1, nil), (2006, 4, 31, nil),
        (2006, 1, 0, nil), (2006, 1, 32, nil), (1969, 12, 31, nil), (2100, 1, 1, nil),
    ]
    for (year, month, day, wanted) in examples { try expectEqual(weekday(year, month, day), wanted) }
}
