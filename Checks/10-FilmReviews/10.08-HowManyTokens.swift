import Exercises10
import Practice
import Solutions10

let tokensNeeded = Check(
    "10.8",
    answer("tokensNeeded(_:percent:)", Exercises10.tokensNeeded(_:percent:), Solutions10.tokensNeeded(_:percent:))
) { tokensNeeded in
    try expectEqual(tokensNeeded([1, 6, 3], 90), 2)
    try expectEqual(tokensNeeded([1, 6, 3], 91), 3)
    try expectEqual(tokensNeeded([1, 6, 3], 60), 1)
    try expectEqual(tokensNeeded([1, 6, 3], 0), 0)
    try expectEqual(tokensNeeded([5, 5, 5, 5], 100), 4)
    try expectEqual(tokensNeeded([45, 55], 55), 1)
    try expectEqual(tokensNeeded([], 50), 0)
    try expectEqual(tokensNeeded([0, 0], 50), 0)
    try expectEqual(tokensNeeded([0, 7, 0], 100), 1)
}
