import Exercises05
import Practice
import Solutions05
import Tensors
import Vision

let madeUpPixels = Check(
    "5.5",
    answer(
        "madeUpShare(_:from:to:)", Exercises05.madeUpShare(_:from:to:), Solutions05.madeUpShare(_:from:to:))
) { madeUpShare in
    func expectShare(_ maps: [PlaneMap], _ old: Size2D, _ new: Size2D, _ share: Double, within: Double = 1e-9) throws {
        let found = try madeUpShare(maps, old, new)
        try expect(found, "\(share)", found: "\(found.value)") { abs($0 - share) <= within }
    }
    let square = Size2D(64), wide = Size2D(20, 40)
    try expectShare([], square, square, 0)
    try expectShare([.mirrored(wide)], wide, wide, 0)
    // Moved by a quarter of the width to the right, and by a half downwards: 1 - 3/4 · 1/2.
    let shift = PlaneMap(1, 0, 10, 0, 1, 10)
    try expectShare([shift], wide, wide, 1 - 0.75 * 0.5)
    // Moved by half a pixel: the middles of one row and of one column fall on the edge, which belongs to the picture.
    for half in [0.5, -0.5] { try expectShare([PlaneMap(1, 0, half, 0, 1, half)], wide, wide, 0) }
    try expectShare([PlaneMap(1, 0, 0.75, 0, 1, 0)], wide, wide, 1.0 / 40)
    // There and back again shows all of the old picture: nothing is lost on the way.
    try expectShare([shift, shift.inverse], wide, wide, 0)
    try expectShare([shift, shift], wide, wide, 1)
    // Half as wide and half as high, in the corner.
    try expectShare([PlaneMap(0.5, 0, 0, 0, 0.5, 0)], square, square, 0.75)
    // The order matters: made small, then moved; moved, then made small.
    let half = PlaneMap(0.5, 0, 0, 0, 0.5, 0), right = PlaneMap(1, 0, 32, 0, 1, 0)
    try expectShare([half, PlaneMap(1, 0, 48, 0, 1, 0)], square, square, 1 - 0.125)
    try expectShare([PlaneMap(1, 0, 48, 0, 1, 0), half], square, square, 0.75)
    try expectShare([right, right.inverse, .mirrored(square)], square, square, 0)
    // A larger frame, and a turn by 45 degrees.
    try expectShare([], square, Size2D(128), 0.75)
    try expectShare(
        [PlaneMap(degrees: 45, around: square)], square, square, 1 - 2 * (2.0.squareRoot() - 1), within: 0.01)
    try expectShare([PlaneMap(degrees: 90, around: square)], square, square, 0)
}
