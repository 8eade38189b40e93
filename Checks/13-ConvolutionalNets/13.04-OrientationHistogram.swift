import Exercises13
import Practice
import Solutions13
import Tensors

let orientationHistogram = Check(
    "13.4",
    answer(
        "orientationHistogram(_:bins:)", Exercises13.orientationHistogram(_:bins:),
        Solutions13.orientationHistogram(_:bins:))
) { orientationHistogram in
    func one(_ bin: Int, of bins: Int) -> [Float] { (0..<bins).map { $0 == bin ? 1 : 0 } }
    let rows = Tensor([[0, 0, 0, 0], [0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 1, 1]])
    try expectClose(orientationHistogram(rows.transposed(), 8).noting("dark on the right"), one(0, of: 8))
    try expectClose(orientationHistogram(rows, 8).noting("dark below"), one(2, of: 8))
    try expectClose(orientationHistogram(1 - rows.transposed(), 8).noting("dark on the left"), one(4, of: 8))
    try expectClose(orientationHistogram(1 - rows, 4).noting("dark above"), one(3, of: 4))
    let slope = Tensor((0..<25).map { Float($0 / 5 + $0 % 5) }).reshaped(5, 5)
    try expectClose(orientationHistogram(slope, 8).noting("darker to the lower right"), one(1, of: 8))
    try expectClose(orientationHistogram(-slope, 8).noting("darker to the upper left"), one(5, of: 8))
    try expectClose(orientationHistogram(.ones(4, 5), 6).noting("no edge"), [0, 0, 0, 0, 0, 0])
    // Two places where ink begins and two where it ends, each of strength 3.
    let mixed = Tensor([[0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0, 0]])
    try expectClose(orientationHistogram(mixed, 4).noting("a stroke has two sides"), [0.5, 0, 0.5, 0])
    let steep = Tensor([[0, 0, 0], [0, 0, 0], [3, 3, 3]])
    try expectClose(
        orientationHistogram(Tensor.cat([steep, .zeros(3, 3), steep], axis: 1), 4).its("sum") {
            $0.reduce(0, +)
        }, 1)
    // Two edges of strength 5, one straight (5, 0), one slanting (3, 4); and the same in very faint ink.
    let two = Tensor([[1, 1, 2, 1], [1, 1, 4, 0], [1, 1, 2, 5]])
    try expectClose(orientationHistogram(two, 4).noting("two edges of one strength"), [0.5, 0.5, 0, 0])
    try expectClose(orientationHistogram(two * 1e-4, 4).noting("two faint edges"), [0.5, 0.5, 0, 0])
    // A little below 0°: the nearest of four directions is still bin 0.
    let turned = Tensor([[0, 0, 10], [0, 0, 10], [0, 0, 7]])
    try expectClose(orientationHistogram(turned, 4).noting("a little above the horizontal"), one(0, of: 4))
    try expectClose(orientationHistogram(turned, 64).noting("a little above the horizontal"), one(63, of: 64))
}
