import Exercises18
import Practice
import Solutions18
import Tensors

let stretchedRow = Check(
    "18.6", answer("stretched(_:to:)", Exercises18.stretched(_:to:), Solutions18.stretched(_:to:))
) { stretched in
    try expectClose(stretched([0, 1], 4), [0, 0.25, 0.75, 1])
    try expectClose(stretched([3], 3), [3, 3, 3])
    try expectClose(stretched([1, 2, 4], 3), [1, 2, 4])
    try expectClose(stretched([0, 2, 4, 6], 2), [1, 5])
    try expectClose(stretched([5, 1, 9], 1), [1])
    var random = SplitMix64(seed: 1806)
    for (n, count) in [(7, 224), (8, 64), (5, 7), (9, 4), (2, 1)] {
        let row = Tensor.randn(1, n, using: &random)
        let expected = row.interpolated(to: Size2D(1, count), mode: .bilinear)
        try expectClose(stretched(row.scalars, count), expected.scalars, tolerance: 1e-4)
    }
}
