import Exercises04
import Practice
import Solutions04

let inferred = Check(
    "4.16", answer("inferred(_:count:)", Exercises04.inferred(_:count:), Solutions04.inferred(_:count:))
) { inferred in
    let cases: [([Int], Int, [Int]?)] = [
        ([-1, 784], 7840, [10, 784]), ([2, -1, 3], 12, [2, 2, 3]), ([-1], 5, [5]), ([-1, 4], 0, [0, 4]),
        ([2, 3], 6, [2, 3]), ([], 1, []), ([2, 3], 7, nil), ([], 6, nil), ([-1, 4], 10, nil), ([-1, -1], 4, nil),
        ([-1, 0], 0, nil), ([-1, 0], 4, nil), ([0, 3], 0, [0, 3]), ([0, 3], 3, nil),
    ]
    for (shape, count, expected) in cases { try expectEqual(inferred(shape, count), expected) }
}
