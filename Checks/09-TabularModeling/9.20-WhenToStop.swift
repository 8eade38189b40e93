import Exercises09
import Practice
import Solutions09

let whenToStop = Check(
    "9.20",
    answer("stopping(_:patience:)", Exercises09.stopping(_:patience:), Solutions09.stopping(_:patience:))
) { stopping in
    try expectEqual(stopping([3, 2, 2, 4, 1], 2), [4, 2])
    try expectEqual(stopping([3, 2, 2, 4, 1], 3), [5, 5])
    try expectEqual(stopping([5, 4, 3, 2], 1), [4, 4])
    try expectEqual(stopping([5, 6, 4], 1), [2, 1])
    try expectEqual(stopping([1, 1, 1, 1], 3), [4, 1])
    try expectEqual(stopping([1, 1, 1], 3), [3, 1])
    try expectEqual(stopping([2, 3, 1, 3, 3, 0], 2), [5, 3])
    // Better than the tree before is not enough: it has to be better than the best so far.
    try expectEqual(stopping([1, 5, 4, 3, 0.5], 3), [4, 1])
    try expectEqual(stopping([4, 3, 3.5, 3.2, 2], 2), [4, 2])
    try expectEqual(stopping([7], 4), [1, 1])
    try expectEqual(stopping([], 4), [0, 0])
}
