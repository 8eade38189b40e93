import Exercises06
import Practice
import Solutions06

let faceInAMirror = Check(
    "6.12",
    answer(
        "faceInAMirror(_:width:pairs:)", Exercises06.faceInAMirror(_:width:pairs:),
        Solutions06.faceInAMirror(_:width:pairs:))
) { mirror in
    func expectFace(_ points: [[Double]], _ width: Double, _ pairs: [[Int]], _ expected: [[Double]]) throws {
        let found = try mirror(points, width, pairs)
        try expectEqual(found.its("number of points") { $0.count }, expected.count)
        try expectClose(found.its("columns") { $0.map { $0[0] } }, expected.map { $0[0] })
        try expectClose(found.its("rows") { $0.map { $0[1] } }, expected.map { $0[1] })
    }
    // The tip of the nose alone.
    try expectFace([[30, 40]], 100, [], [[70, 40]])
    // Two eyes: the left one stays first.
    try expectFace([[20, 40], [60, 42]], 100, [[0, 1]], [[40, 42], [80, 40]])
    // The same without partners would exchange them.
    try expectFace([[20, 40], [60, 42]], 100, [], [[80, 40], [40, 42]])
    try expectFace(
        [[10, 1], [20, 2], [30, 3], [40, 4], [50, 5]], 64, [[4, 0], [1, 3]],
        [[14, 5], [24, 4], [34, 3], [44, 2], [54, 1]])
    // Twice is nothing.
    let face: [[Double]] = [[10, 1], [22, 2], [30, 3], [41, 4]]
    let twice = try mirror(try mirror(face, 80, [[0, 3], [1, 2]]).value, 80, [[0, 3], [1, 2]])
    try expectClose(twice.its("columns after two mirrors") { $0.map { $0[0] } }, face.map { $0[0] })
    try expectFace([], 10, [], [])
}
