import Exercises10
import Practice
import Solutions10

let filledUp = Check(
    "10.10",
    answer("filledUp(_:)", Exercises10.filledUp(_:), Solutions10.filledUp(_:))
) { filledUp in
    try expectEqual(filledUp([[2, 8, 30], [2]]), [[2, 8, 30], [2, 1, 1]])
    try expectEqual(filledUp([[], [2, 9], [7]]), [[1, 1], [2, 9], [7, 1]])
    try expectEqual(filledUp([[2, 3], [4, 5]]), [[2, 3], [4, 5]])
    try expectEqual(filledUp([[], []]), [[], []])
    try expectEqual(filledUp([]), [])
}
