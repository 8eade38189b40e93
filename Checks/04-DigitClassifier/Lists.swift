// The checks on lists: 4.1 and 4.2.

import Exercises04
import Practice
import Solutions04

let oddsDoubled = Check("4.1", Exercises04.oddsDoubled, Solutions04.oddsDoubled) { oddsDoubled in
    try expectEqual(oddsDoubled(Array(0...9)), [2, 6, 10, 14, 18], "oddsDoubled([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])")
    try expectEqual(oddsDoubled([3, 1, 3]), [6, 2, 6], "oddsDoubled([3, 1, 3])")
    try expectEqual(oddsDoubled([-5, -4, 0]), [-10], "oddsDoubled([-5, -4, 0])")
    try expectEqual(oddsDoubled([]), [], "oddsDoubled([])")
}

// The types of the closure's parameter pick one version of a generic answer.
let paired = Check("4.2", Exercises04.paired, Solutions04.paired) {
    (paired: @Sendable ([Int], [String]) throws -> [(Int, String)]) in
    try expectEqual(
        paired([1, 2, 3], ["a", "b", "c"]), [(1, "a"), (2, "b"), (3, "c")],
        #"paired([1, 2, 3], ["a", "b", "c"])"#, by: ==)
    try expectEqual(paired([1, 2], ["a"]), [(1, "a")], #"paired([1, 2], ["a"])"#, by: ==)
    try expectEqual(paired([], ["a"]), [], #"paired([], ["a"])"#, by: ==)
}
