import Exercises08
import Practice
import Solutions08

let outerJoin = Check(
    "8.5",
    answer(
        "outerJoin(left:right:)", Exercises08.outerJoin(left:right:), Solutions08.outerJoin(left:right:))
) { outerJoin in
    try expectEqual(outerJoin([242, 302, 242], [51, 242]), [[0, 1], [1, nil], [2, 1], [nil, 0]])
    try expectEqual(outerJoin([], []), [])
    try expectEqual(outerJoin([5, 6], []), [[0, nil], [1, nil]])
    try expectEqual(outerJoin([], [5, 6]), [[nil, 0], [nil, 1]])
    try expectEqual(outerJoin([1, 1], [1, 1]), [[0, 0], [0, 1], [1, 0], [1, 1]])
    try expectEqual(outerJoin([2, 1], [3, 1, 3, 2, 1]), [[0, 3], [1, 1], [1, 4], [nil, 0], [nil, 2]])
    let many = Array(0..<100_000)
    let found = try outerJoin(many, many.reversed())
    try expectEqual(Found("the number of pairs of 100,000 rows and the same in reverse", found.value.count), 100_000)
    try expectEqual(Found("the partner of row 17 of these", found.value[17]), [17, 99_982])
}
