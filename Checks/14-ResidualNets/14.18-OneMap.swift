import Exercises14
import Practice
import Solutions14

let oneMapOfSeveral = Check(
    "14.18", answer("oneMap(_:)", Exercises14.oneMap(_:), Solutions14.oneMap(_:))
) { oneMap in
    /// Expects this map of these changes, row by row.
    func expectMap(_ changes: [[[Double]]], _ expected: [[Double]]) throws {
        var found = try oneMap(changes)
        // The call does not show the numbers of a long list, so they follow it.
        if changes.count > 1 { found = found.noting(changes.map { "\($0)" }.joined(separator: ", then ")) }
        try expectEqual(found.its("numbers in each row") { $0.map(\.count) }, [3, 3, 3])
        for row in 0..<3 { try expectClose(found.its("row \(row)") { $0[row] }, expected[row]) }
    }
    let same: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    let half: [[Double]] = [[0.5, 0, 0], [0, 0.5, 0], [0, 0, 1]]
    let aside: [[Double]] = [[1, 0, 0.25], [0, 1, -0.5], [0, 0, 1]]
    let turned: [[Double]] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    let tilted: [[Double]] = [[1, 0, 0], [0, 1, 0], [0.25, 0.5, 1]]
    try expectMap([], same)
    try expectMap([aside], aside)
    // Moved and then cut: the place of the cut is looked up first. And the other way round.
    try expectMap([aside, half], [[0.5, 0, 0.25], [0, 0.5, -0.5], [0, 0, 1]])
    try expectMap([half, aside], [[0.5, 0, 0.125], [0, 0.5, -0.25], [0, 0, 1]])
    try expectMap([turned, aside], [[0, 1, -0.5], [-1, 0, -0.25], [0, 0, 1]])
    try expectMap([turned, turned, turned, turned], same)
    // Three in a row, each in its place.
    try expectMap([aside, turned, half], [[0, 0.5, 0.25], [-0.5, 0, -0.5], [0, 0, 1]])
    // With a tilt the last row counts, and what comes out has to be divided: here by 1 + 0.25 · 0.25 − 0.5 · 0.5.
    try expectMap([aside, tilted], [[1.0625, 0.125, 0.25], [-0.125, 0.75, -0.5], [0.25, 0.5, 1]])
    let product: [[Double]] = [[1, 0, 0.25], [0, 1, -0.5], [0.25, 0.5, 0.8125]]
    try expectMap([tilted, aside], product.map { $0.map { $0 / 0.8125 } })
    // A multiple of a map is the same map.
    try expectMap([[[2, 0, 1], [0, 4, 0], [0, 0, 2]]], [[1, 0, 0.5], [0, 2, 0], [0, 0, 1]])
}
