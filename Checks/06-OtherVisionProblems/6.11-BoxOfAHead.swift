import Exercises06
import Foundation
import Practice
import Solutions06
import Tensors
import Vision

let boxOfAHead = Check(
    "6.11",
    answer(
        "boxOfHead(_:movedBy:in:)", Exercises06.boxOfHead(_:movedBy:in:), Solutions06.boxOfHead(_:movedBy:in:))
) { boxOfHead in
    func expectBox(
        _ box: Region, _ map: PlaneMap, _ size: Size2D, _ expected: [Double], within: Double = 1e-6
    ) throws {
        let found = try boxOfHead(box, map, size)
        try expect(found, "a box") { $0 != nil }
        try expectClose(
            found.its("x, y, width and height") { [$0!.x, $0!.y, $0!.width, $0!.height] }, expected, tolerance: within)
    }
    func expectNone(_ box: Region, _ map: PlaneMap, _ size: Size2D) throws {
        try expect(boxOfHead(box, map, size), "nil") { $0 == nil }
    }
    let square = Size2D(40), wide = Size2D(60, 80)
    let circle = Region(x: 10, y: 10, width: 20, height: 20), head = Region(x: 30, y: 12, width: 16, height: 24)
    try expectBox(circle, .identity, square, [10, 10, 20, 20])
    for degrees in [45.0, 90, -30] {
        try expectBox(circle, PlaneMap(degrees: degrees, around: square), square, [10, 10, 20, 20])
    }
    try expectBox(head, .mirrored(wide), wide, [34, 12, 16, 24])
    // A quarter turn exchanges width and height.
    try expectBox(
        Region(x: 10, y: 15, width: 20, height: 10), PlaneMap(degrees: 90, around: square), square, [15, 10, 10, 20])
    // Twice as wide, moved by 3; and sheared: what is further down goes further to the right.
    try expectBox(head, PlaneMap(2, 0, -20, 0, 1, 3), wide, [40, 15, 32, 24])
    try expectBox(Region(x: 0, y: 0, width: 6, height: 8), PlaneMap(1, 1, 0, 0, 1, 0), wide, [2, 0, 10, 8])
    // Cut off at each edge, in a picture that is not square.
    try expectBox(head, PlaneMap(1, 0, -35, 0, 1, 0), wide, [0, 12, 11, 24])
    try expectBox(head, PlaneMap(1, 0, 40, 0, 1, 0), wide, [70, 12, 10, 24])
    try expectBox(head, PlaneMap(1, 0, 0, 0, 1, -20), wide, [30, 0, 16, 16])
    try expectBox(head, PlaneMap(1, 0, 0, 0, 1, 30), wide, [30, 42, 16, 18])
    // Exactly half of it is left, and less than that. Both edges count together: 3/4 · 5/8 is less than half.
    try expectBox(head, PlaneMap(1, 0, 42, 0, 1, 0), wide, [72, 12, 8, 24])
    try expectNone(head, PlaneMap(1, 0, 43, 0, 1, 0), wide)
    try expectNone(head, PlaneMap(1, 0, -34, 0, 1, -21), wide)
    // Of a box twice as wide, more is left than half of the old one, and less than half of the new one.
    try expectNone(head, PlaneMap(2, 0, 8, 0, 1, 0), wide)
    // Far away on two sides: a width below 0 times a height below 0 is no area.
    try expectNone(head, PlaneMap(1, 0, 500, 0, 1, 500), wide)

    // What is expected is found by walking around the ellipse.
    var random = SplitMix64(seed: 611)
    for _ in 0..<6 {
        let box = Region(
            x: .random(in: 20...30, using: &random), y: .random(in: 20...25, using: &random),
            width: .random(in: 5...12, using: &random), height: .random(in: 5...20, using: &random))
        let map = PlaneMap(degrees: .random(in: -40...40, using: &random), around: wide)
            .then(PlaneMap(1.1, 0.2, 30, -0.1, 0.9, 30))
        let rim = (0..<20_000).map { step in
            let t = Double(step) / 10_000 * .pi
            return map(
                Point(
                    box.x + box.width / 2 * (1 + Foundation.cos(t)), box.y + box.height / 2 * (1 + Foundation.sin(t))))
        }
        let (x, y) = (rim.map(\.x), rim.map(\.y))
        try expectBox(
            box, map, Size2D(200), [x.min()!, y.min()!, x.max()! - x.min()!, y.max()! - y.min()!], within: 1e-5)
    }
}
