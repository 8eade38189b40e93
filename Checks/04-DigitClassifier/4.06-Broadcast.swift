import Exercises04
import Practice
import Solutions04

let broadcast = Check(
    "4.6", answer("broadcast(_:_:)", Exercises04.broadcast(_:_:), Solutions04.broadcast(_:_:))
) { broadcast in
    let cases: [([Int], [Int], [Int]?)] = [
        ([2, 3], [2, 3], [2, 3]), ([1010, 28, 28], [28, 28], [1010, 28, 28]), ([28], [5, 28, 28], [5, 28, 28]),
        ([3, 1], [4], [3, 4]), ([5, 1, 28, 28], [2, 28, 28], [5, 2, 28, 28]), ([], [2, 3], [2, 3]), ([], [], []),
        ([3], [4], nil), ([2, 3], [2], nil), ([2, 3], [3, 2], nil), ([1], [0], [0]), ([0], [3], nil),
        ([3], [0], nil), ([0], [0], [0]), ([2, 0], [3, 1, 1], [3, 2, 0]),
    ]
    for (a, b, expected) in cases { try expectEqual(broadcast(a, b), expected) }
}
