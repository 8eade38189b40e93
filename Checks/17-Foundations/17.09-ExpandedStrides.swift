import Exercises17
import Practice
import Solutions17

let expandedStrides = Check(
    "17.9",
    answer(
        "expandedStrides(_:_:to:)", Exercises17.expandedStrides(_:_:to:), Solutions17.expandedStrides(_:_:to:))
) { expandedStrides in
    let cases: [([Int], [Int], [Int], [Int]?)] = [
        ([3], [1], [3, 3], [0, 1]), ([3, 1], [1, 1], [3, 4], [1, 0]), ([3], [1], [1000, 28, 3], [0, 0, 1]),
        ([3, 1, 1], [1, 1, 1], [64, 3, 8, 8], [0, 1, 0, 0]), ([2, 3], [1, 2], [5, 2, 3], [0, 1, 2]),
        ([], [], [2, 2], [0, 0]), ([1], [7], [1], [7]), ([1, 4], [9, 1], [6, 4], [0, 1]), ([1], [1], [0], [0]),
        ([3], [1], [3], [1]), ([2, 1], [5, 5], [2, 1], [5, 5]),
        ([3], [1], [4], nil), ([3, 4], [4, 1], [3, 1], nil), ([2, 3], [3, 1], [3], nil), ([3], [1], [3, 1], nil),
        ([0], [1], [2], nil),
    ]
    for (shape, strides, target, expected) in cases {
        try expectEqual(expandedStrides(shape, strides, target), expected)
    }
}
