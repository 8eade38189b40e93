import Exercises04
import Practice
import Solutions04

/// The types choose one version of the generic answer.
private typealias Paired = @Sendable ([Int], [String]) throws -> [(Int, String)]

let paired = Check(
    "4.27", answer("paired(_:_:)", Exercises04.paired(_:_:) as Paired, Solutions04.paired(_:_:) as Paired)
) { paired in
    try expectEqual(paired([1, 2, 3], ["a", "b", "c"]), [(1, "a"), (2, "b"), (3, "c")], by: ==)
    try expectEqual(paired([1, 2], ["a"]), [(1, "a")], by: ==)
    try expectEqual(paired([], ["a"]), [], by: ==)
}
