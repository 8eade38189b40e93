import Exercises03
import Practice
import Solutions03

let impossible = Check(
    "3.3",
    answer(
        "impossibleRows(born:entered:removed:)", Exercises03.impossibleRows(born:entered:removed:),
        Solutions03.impossibleRows(born:entered:removed:))
) { impossible in
    typealias Row = (born: Int, entered: Int, removed: Int?)
    let examples: [(rows: [Row], wanted: [Int])] = [
        ([(2016, 2016, nil), (1980, 1992, 2001)], [0]),
        ([(1980, 1991, nil), (1980, 1992, nil), (1980, 1993, nil)], [0]),
        ([(2000, 2027, nil), (2000, 2026, nil)], [0]),
        ([(1990, 2010, 2009), (1990, 2010, 2010), (1990, 2010, 2011)], [0]),
        ([(2020, 2010, nil), (1970, 1999, 2005), (2015, 2030, 2000)], [0, 2]), ([], []),
    ]
    for (rows, wanted) in examples {
        try expectEqual(impossible(rows.map(\.born), rows.map(\.entered), rows.map(\.removed)), wanted)
    }
}
