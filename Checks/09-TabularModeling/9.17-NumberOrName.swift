import Exercises09
import Practice
import Solutions09

let numberOrName = Check(
    "9.17",
    answer(
        "codes(_:train:maxCard:mustGoOn:)", Exercises09.codes(_:train:maxCard:mustGoOn:),
        Solutions09.codes(_:train:maxCard:mustGoOn:))
) { codes in
    try expectEqual(codes([9, 3, 8], [7, 3, 7, 9], 5, false), [3, 1, 0])
    try expectEqual(codes([7, 3, 7, 9], [7, 3, 7, 9], 3, false), [2, 1, 2, 3])
    try expectEqual(codes([7, 3, 7, 9], [7, 3, 7, 9], 2, false), nil)
    // Only the training rows decide.
    try expectEqual(codes([1, 2, 3, 4], [2, 2], 1, false), [0, 1, 0, 0])
    try expectEqual(codes([9, 3], [7, 3], 100, true), nil)
    try expectEqual(codes([-1, 10, 2], [10, 2, -1], 9, false), [1, 3, 2])
    try expectEqual(codes([5], [], 9, false), [0])
    try expectEqual(codes([], [5], 9, false), [])
}
