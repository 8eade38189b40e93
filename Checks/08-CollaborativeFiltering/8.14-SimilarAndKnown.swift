import Exercises08
import Practice
import Solutions08
import Tensors

let similarAndKnown = Check(
    "8.14",
    answer(
        "similarTitles(to:factors:ratings:atLeast:count:)",
        Exercises08.similarTitles(to:factors:ratings:atLeast:count:),
        Solutions08.similarTitles(to:factors:ratings:atLeast:count:))
) { similar in
    let factors = Tensor([[1, 1], [1, 1], [8, 8], [1, 0], [0, 0], [2, 2.5], [-1, -1], [0, 1]])
    let ratings = [50, 50, 3, 50, 50, 20, 50, 50]
    try expectEqual(similar(1, factors, ratings, 1, 10), [2, 5, 3, 7, 6])
    try expectEqual(similar(1, factors, ratings, 20, 10), [5, 3, 7, 6])
    try expectEqual(similar(1, factors, ratings, 50, 2), [3, 7])
    try expectEqual(similar(3, factors, ratings, 1, 3), [1, 2, 5])
    try expectEqual(similar(4, factors, ratings, 1, 3), [])
    try expectEqual(similar(6, factors, ratings, 51, 3), [])
}
