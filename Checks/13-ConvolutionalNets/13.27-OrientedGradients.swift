import Exercises13
import Practice
import Solutions13
import Tensors

let orientedGradients = Check(
    "13.27",
    answer(
        "orientedGradients(_:cell:directions:)", Exercises13.orientedGradients(_:cell:directions:),
        Solutions13.orientedGradients(_:cell:directions:))
) { gradients in
    // A single bright pixel: its four neighbours see it, each in another direction. To the left of it it gets brighter
    // to the right (direction 0), above it downwards (1), and so on.
    var numbers = [Float](repeating: 0, count: 36)
    numbers[2 * 6 + 2] = 3
    let dot = Tensor(shape: [6, 6], numbers)
    try expectClose(gradients(dot, 6, 4), Tensor([[[0.5, 0.5, 0.5, 0.5]]]))
    // In cells of 3 × 3 all of them are in the first cell but those beyond row and column 2.
    try expectClose(
        gradients(dot, 3, 4), Tensor([[[0.5, 0.5, 0, 0], [0, 0, 0.5, 0]], [[0, 0, 0, 0.5], [0, 0, 0, 0]]]))
    try expectClose(gradients(.zeros(4, 8), 4, 8).noting("an empty picture"), .zeros(1, 2, 8))

    // One row: 1 to the right, 2 to the left, and at the border, where 0 follows, 1 to the left.
    let unit = 1 / Float(6).squareRoot()
    try expectClose(
        gradients(Tensor([[4, 1, 2]]), 1, 4).noting("strengths of 1, 2 and 1"),
        Tensor([[[unit, 0, 0, 0], [0, 0, 2 * unit, 0], [0, 0, unit, 0]]]))

    // A ramp that rises by 4 to the right and 3 downwards, inside of a large picture, has one direction: 37 degrees.
    let ramp = Tensor((0..<8).map { row in (0..<8).map { Float(4 * $0 + 3 * row) } })
    let found = try gradients(ramp, 2, 8)
    try expectEqual(found.its("shape", \.shape), [4, 4, 8])
    let inner = found.its("cell in row 1, column 2") { $0[1, 2] }
    try expectEqual(inner.its("direction with the most edge") { $0.argmax(axis: 0).item }, 1)
    try expectEqual(inner.its("directions without an edge") { $0.scalars.count { $0 == 0 } }, 7)
    try expectClose(found.its("sum of squares") { $0.squared().sum().item }, 1)

    // Contrast does not matter; turning the picture by half a turn turns the directions.
    var random = SplitMix64(seed: 1327)
    let noise = Tensor.rand(12, 8, using: &random)
    let right = try gradients(noise, 4, 8)
    try expectClose(gradients(noise * 7, 4, 8).noting("seven times the contrast"), right.value)
    let turned = try gradients(noise.flipped(0, 1), 4, 8).noting("upside down")
    let back = turned.its("turned back") { $0.flipped(0, 1).rolled(by: 4, axis: 2) }
    try expectClose(back, right.value, tolerance: 1e-4)
}
