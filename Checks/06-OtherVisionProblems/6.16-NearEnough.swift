import Exercises06
import Practice
import Solutions06
import Vision

let nearEnough = Check(
    "6.16",
    answer(
        "nearEnough(_:_:eyes:tolerance:)", Exercises06.nearEnough(_:_:eyes:tolerance:),
        Solutions06.nearEnough(_:_:eyes:tolerance:))
) { share in
    func expectShare(_ predicted: [[Point]], _ truth: [[Point]], _ eyes: [Int], _ tolerance: Double, _ expected: Double)
        throws
    {
        let found = try share(predicted, truth, eyes, tolerance)
        try expect(found, "\(expected)", found: "\(found.value)") { abs($0 - expected) < 1e-9 }
    }
    let face = [Point(0, 0), Point(10, 0), Point(5, 8)]
    try expectShare([face], [face], [0, 1], 0.1, 1)
    // Errors of 1, 0 and 2, and a ruler of 10.
    let near = [Point(1, 0), Point(10, 0), Point(5, 10)]
    try expectShare([near], [face], [0, 1], 0.1, 2.0 / 3)
    try expectShare([near], [face], [0, 1], 0.2, 1)
    try expectShare([near], [face], [0, 1], 0.05, 1.0 / 3)
    // A face twice as large has a ruler twice as long. The ruler is that of the true face.
    let large = face.map { Point(2 * $0.x, 2 * $0.y) }
    try expectShare([near, near], [face, large], [0, 1], 0.15, (2.0 + 1) / 6)
    // All points count alike, also where faces have different numbers of them.
    try expectShare([near, [Point(1, 0), Point(9, 1)]], [face, [Point(0, 0), Point(10, 0)]], [0, 1], 0.1, 3.0 / 5)
    // Three to the right and four down are five away.
    let aslant = [Point(0, 0), Point(10, 0), Point(8, 12)]
    try expectShare([aslant], [face], [0, 1], 0.45, 2.0 / 3)
    try expectShare([aslant], [face], [0, 1], 0.55, 1)
    // Other eyes; a face without a ruler; a point that is no number.
    try expectShare([near], [face], [0, 2], 0.1, 1.0 / 3 + 0)
    try expectShare([near, near], [face, [Point(3, 3), Point(3, 3), Point(9, 9)]], [0, 1], 0.1, 2.0 / 3)
    try expectShare([[Point(.nan, 0), Point(10, 0), Point(5, 8)]], [face], [0, 1], 0.1, 2.0 / 3)
    try expectShare([], [], [0, 1], 0.1, 0)
    try expectShare([near], [[Point(1, 1), Point(1, 1), Point(2, 2)]], [0, 1], 0.1, 0)
}
