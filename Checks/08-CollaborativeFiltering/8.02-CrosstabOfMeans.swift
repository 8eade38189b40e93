import Exercises08
import Practice
import Solutions08

let crosstabOfMeans = Check(
    "8.2",
    answer(
        "crosstabOfMeans(users:films:ratings:)", Exercises08.crosstabOfMeans(users:films:ratings:),
        Solutions08.crosstabOfMeans(users:films:ratings:))
) { crosstabOfMeans in
    try expectEqual(crosstabOfMeans([7, 3, 7, 7], [20, 10, 10, 20], [5, 2, 1, 4]), [[2, nil], [1, 4.5]])
    try expectEqual(crosstabOfMeans([], [], []), [])
    try expectEqual(crosstabOfMeans([1], [1], [3]), [[3]])
    // Numbers are far apart, negative too, and in no order.
    try expectEqual(
        crosstabOfMeans([900, -5, 40], [3, 1_000_000, 2], [1, 2, 3]), [[nil, nil, 2], [3, nil, nil], [nil, 1, nil]])
    try expectEqual(crosstabOfMeans([2, 2, 2, 2], [1, 1, 1, 1], [1, 2, 4, 5]), [[3]])
    try expectEqual(crosstabOfMeans([1, 2, 1], [1, 1, 1], [0, 4, 0]), [[0], [4]])
}
