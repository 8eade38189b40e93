import Exercises17
import Practice
import Solutions17

let commonShape = Check(
    "17.8", answer("commonShape(_:)", Exercises17.commonShape(_:), Solutions17.commonShape(_:))
) { commonShape in
    let cases: [([[Int]], [Int]?)] = [
        ([[5, 1, 4], [3, 1], [4]], [5, 3, 4]), ([[64, 3, 28, 28], [3, 1, 1], []], [64, 3, 28, 28]),
        ([[256, 256, 3], [3]], [256, 256, 3]), ([[256, 256, 3], [256, 256]], nil), ([[3, 3], [3]], [3, 3]),
        ([[2, 1], [3], [4]], nil), ([[3], [2, 1], [4]], nil), ([[1], [1, 1], [1]], [1, 1]), ([[2], [1], [2]], [2]),
        ([[4, 1]], [4, 1]), ([], []), ([[], []], []), ([[1], [0]], [0]), ([[0, 3], [1, 3], [3]], [0, 3]),
        ([[0], [2]], nil), ([[1], [2], [0]], nil),
    ]
    for (shapes, expected) in cases { try expectEqual(commonShape(shapes), expected) }
}
