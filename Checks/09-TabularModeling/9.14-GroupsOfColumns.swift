import Exercises09
import Practice
import Solutions09

let groupsOfColumns = Check(
    "9.14",
    answer("groups(_:nearerThan:)", Exercises09.groups(_:nearerThan:), Solutions09.groups(_:nearerThan:))
) { groups in
    let three = [[0.0, 1, 8], [1, 0, 6], [8, 6, 0]]
    try expectEqual(groups(three, 2), [[0, 1], [2]])
    try expectEqual(groups(three, 7.5), [[0, 1, 2]])
    // The mean of all pairs, not the nearest pair, nor the farthest.
    try expectEqual(groups(three, 7), [[0, 1], [2]])
    try expectEqual(groups(three, 1), [[0], [1], [2]])
    let four = [[0.0, 9, 1, 9], [9, 0, 9, 2], [1, 9, 0, 9], [9, 2, 9, 0]]
    try expectEqual(groups(four, 3), [[0, 2], [1, 3]])
    try expectEqual(groups(four, 1.5), [[0, 2], [1], [3]])
    try expectEqual(groups(four, 10), [[0, 1, 2, 3]])
    // Both pairs with thing 1 are equally near: the first counts. Then the third is (1 + 5) / 2 away.
    try expectEqual(groups([[0, 1, 5], [1, 0, 1], [5, 1, 0]], 2), [[0, 1], [2]])
    try expectEqual(groups([], 1), [])
    try expectEqual(groups([[0]], 1), [[0]])
    // Groups of two and one count by their pairs: (2 + 2 + 5) / 3 = 3 for things 0, 1, 2 against 3.
    let pairs = [[0.0, 1, 1.2, 2], [1, 0, 1.2, 2], [1.2, 1.2, 0, 5], [2, 2, 5, 0]]
    try expectEqual(groups(pairs, 2.9), [[0, 1, 2], [3]])
    try expectEqual(groups(pairs, 3.1), [[0, 1, 2, 3]])
}
