// Nudge: Row by row, what stands next to each other?
// Idea: Row r of the left one, the strip, row r of the right one. A row that is missing is black, as wide as the first
//   one.
// Almost: A function `row(_ picture: [[Int]], _ r: Int)` that gives `picture[r]`, or
//   `Array(repeating: 0, count: picture[0].count)` below the last.

public func besideEachOther(_ left: [[Int]], _ right: [[Int]], _ strip: Int) -> [[Int]] {
    func row(_ picture: [[Int]], _ r: Int) -> [Int] {
        r < picture.count ? picture[r] : Array(repeating: 0, count: picture.first?.count ?? 0)
    }
    return (0..<max(left.count, right.count)).map {
        row(left, $0) + Array(repeating: 0, count: strip) + row(right, $0)
    }
}
