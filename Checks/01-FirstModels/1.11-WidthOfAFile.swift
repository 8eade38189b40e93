import Exercises01
import Practice
import Solutions01

let widthOfAFile = Check(
    "1.11", answer("rows(ofFile:ratio:)", Exercises01.rows(ofFile:ratio:), Solutions01.rows(ofFile:ratio:))
) { rows in
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 % 250 + 1) } }
    try expectEqual(
        try rows([9, 8, 7, 6, 5], 2).its("all rows") { $0.map { "\($0)" } }, ["[9, 8]", "[7, 6]", "[5, 0]"])
    try expectEqual(try rows([], 1).its("number of rows") { $0.count }, 0)
    try expectEqual(try rows([7], 1).its("all rows") { $0.map { "\($0)" } }, ["[7]"])
    // Sizes just below and above a change: 3 · 1, 3 · 4 bytes and so on, and counts that fill rows or do not.
    let cases: [(count: Int, ratio: Int, width: Int)] = [
        (3, 3, 1), (4, 3, 2), (12, 3, 2), (13, 3, 4), (48, 3, 4), (49, 3, 8), (1, 1, 1), (2, 1, 2), (4, 1, 2),
        (5, 1, 4),
        (5000, 1, 128), (5000, 100, 8), (6400, 100, 8), (6401, 100, 16),
    ]
    for (count, ratio, width) in cases {
        let found = try rows(bytes(count), ratio)
        try expectEqual(found.its("widths") { Set($0.map(\.count)) }, [width])
        try expectEqual(found.its("number of rows") { $0.count }, (count + width - 1) / width)
        let filling = (width - count % width) % width
        try expectEqual(
            found.its("all bytes") { $0.flatMap(\.self) }, bytes(count) + Array(repeating: 0, count: filling))
    }
}
