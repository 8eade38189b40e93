import Exercises08
import Practice
import Solutions08

let bestFilms = Check(
    "8.3",
    answer(
        "bestFilms(for:among:count:)", Exercises08.bestFilms(for:among:count:), Solutions08.bestFilms(for:among:count:))
) { bestFilms in
    let (user, films) = ([0.9, 0.8, -0.6], [[-0.99, -0.3, 0.8], [0.98, 0.9, -0.9], [0, 0, 0]])
    try expectEqual(bestFilms(user, films, 2), [1, 2])
    try expectEqual(bestFilms(user, films, 3), [1, 2, 0])
    try expectEqual(bestFilms(user.map { -$0 }, films, 1), [0])
    let examples: [(user: [Double], films: [[Double]], count: Int, best: [Int]?)] = [
        ([1], [[1], [3], [2]], 10, [1, 2, 0]), ([1], [[1], [3]], 0, []), ([1], [], 3, []),
        ([1, 1], [[1, 2], [2, 1], [3, 0], [4, 0]], 3, [3, 0, 1]), ([0, 0], [[5, 5], [9, 9]], 2, [0, 1]),
        ([1, 2], [[1, 1], [1]], 1, nil), ([1], [[1], [2, 3]], 1, nil), ([], [[], []], 2, [0, 1]),
        ([-2], [[-1], [-3], [1]], 2, [1, 0]),
    ]
    for (user, films, count, best) in examples { try expectEqual(bestFilms(user, films, count), best) }
}
