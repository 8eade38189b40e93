// The checks on shapes: 4.2, 4.4, 4.5 and 4.11.

import Exercises04
import Practice
import Solutions04
import Tensors

let rankAndCount = Check("4.2", Exercises04.rankAndCount, Solutions04.rankAndCount) { rankAndCount in
    let shapes = [([6131, 28, 28], 3, 4_806_704), ([5], 1, 5), ([2, 3], 2, 6), ([], 0, 1), ([0, 28], 2, 0)]
    for (shape, rank, count) in shapes {
        let found = try rankAndCount(shape)
        try expectEqual(found.rank, rank, "rankAndCount(of: \(shape)).rank")
        try expectEqual(found.count, count, "rankAndCount(of: \(shape)).count")
    }
}

let doubledCorner = Check("4.4", Exercises04.doubledCorner, Solutions04.doubledCorner) { doubledCorner in
    try expectEqual(doubledCorner(3), Tensor([[10, 12], [16, 18]]), "doubledCorner(of: 3)")
    try expectEqual(doubledCorner(2), Tensor([[2, 4], [6, 8]]), "doubledCorner(of: 2), which is all there is")
    try expectEqual(doubledCorner(10), Tensor([[178, 180], [198, 200]]), "doubledCorner(of: 10)")
}

let broadcast = Check("4.5", Exercises04.broadcast, Solutions04.broadcast) { broadcast in
    let cases: [([Int], [Int], [Int]?)] = [
        ([2, 3], [2, 3], [2, 3]), ([1010, 28, 28], [28, 28], [1010, 28, 28]), ([28], [5, 28, 28], [5, 28, 28]),
        ([3, 1], [4], [3, 4]), ([5, 1, 28, 28], [2, 28, 28], [5, 2, 28, 28]), ([], [2, 3], [2, 3]), ([], [], []),
        ([3], [4], nil), ([2, 3], [2], nil), ([2, 3], [3, 2], nil), ([1], [0], [0]), ([0], [3], nil),
    ]
    for (a, b, expected) in cases {
        try expectEqual(broadcast(a, b), expected, "broadcast(\(a), \(b))")
    }
}

let inferred = Check("4.11", Exercises04.inferred, Solutions04.inferred) { inferred in
    let cases: [([Int], Int, [Int]?)] = [
        ([-1, 784], 7840, [10, 784]), ([2, -1, 3], 12, [2, 2, 3]), ([-1], 5, [5]), ([-1, 4], 0, [0, 4]),
        ([2, 3], 6, [2, 3]), ([], 1, []), ([2, 3], 7, nil), ([], 6, nil), ([-1, 4], 10, nil), ([-1, -1], 4, nil),
        ([-1, 0], 0, nil), ([-1, 0], 4, nil),
    ]
    for (shape, count, expected) in cases {
        try expectEqual(inferred(shape, count), expected, "inferred(\(shape), count: \(count))")
    }
}
