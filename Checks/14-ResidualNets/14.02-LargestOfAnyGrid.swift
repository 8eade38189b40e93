import Exercises14
import Practice
import Solutions14
import Tensors

let largestOfGrid = Check(
    "14.2",
    answer(
        "largestOfGrid(_:rows:columns:)", Exercises14.largestOfGrid(_:rows:columns:),
        Solutions14.largestOfGrid(_:rows:columns:))
) { largestOfGrid in
    try expectEqual(largestOfGrid([[1, 2, 3], [4, 5, 6]], 1, 2), [[5, 6]])
    try expectEqual(largestOfGrid([[-2]], 2, 3), [[-2, -2, -2], [-2, -2, -2]])
    var random = SplitMix64(seed: 1402)
    for (height, width, rows, columns) in [
        (4, 4, 1, 1), (7, 5, 3, 2), (7, 5, 7, 5), (2, 3, 5, 4), (1, 9, 1, 4), (6, 8, 4, 3),
    ] {
        let x = Tensor.randn(height, width, using: &random)
        let grid = (0..<height).map { x[$0].scalars }
        let expected = x.adaptiveMaxPooled(Size2D(rows, columns))
        try expectEqual(try largestOfGrid(grid, rows, columns), (0..<rows).map { expected[$0].scalars })
    }
}
