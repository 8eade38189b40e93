import Exercises14
import Practice
import Solutions14
import Tensors

let valleysOfLandscape = Check(
    "14.9", answer("valleys(in:)", Exercises14.valleys(in:), Solutions14.valleys(in:))
) { valleys in
    try expectEqual(valleys([]), 0)
    try expectEqual(valleys([[3]]), 1)
    try expectEqual(valleys([[.nan]]), 0)
    try expectEqual(valleys([[2, 2]]), 0)
    try expectEqual(valleys([[1, 2, 1]]), 2)
    // A bowl; the same with a second valley in a corner; diagonal neighbours count.
    try expectEqual(valleys([[2, 1, 2], [1, 0, 1], [2, 1, 2]]), 1)
    try expectEqual(valleys([[2, 1, 2, 3], [1, 0, 1, 2], [2, 1, 2, -1]]), 2)
    try expectEqual(valleys([[1, 9], [9, 0]]), 1)
    // NaN is no valley, and no obstacle for its neighbours.
    try expectEqual(valleys([[.nan, 5, .nan], [5, 7, 5], [.nan, 5, 4]]), 1)
    try expectEqual(valleys([[.nan, .nan], [.nan, 1]]), 1)
    var random = SplitMix64(seed: 1409)
    for (height, width) in [(6, 5), (1, 8), (9, 1), (7, 7)] {
        // Few different numbers, so that neighbours are often equal.
        let values = (Tensor.randn(height, width, using: &random) * 2).rounded()
        let framed = values.padded(1, lastAxes: 2, with: .constant(.infinity))
        let expected = (0..<height * width).count { place in
            let (row, column) = (place / width, place % width)
            let around = framed[row..<row + 3, column..<column + 3].scalars.enumerated().filter { $0.offset != 4 }
            return around.allSatisfy { $0.element > values[row, column].item }
        }
        try expectEqual(try valleys((0..<height).map { values[$0].scalars }), expected)
    }
}
