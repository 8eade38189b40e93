import Exercises11
import Practice
import Solutions11

let hookCalls = Check(
    "11.9",
    answer("hookCalls(_:_:_:)", Exercises11.hookCalls(_:_:_:), Solutions11.hookCalls(_:_:_:))
) { hookCalls in
    try expectEqual(hookCalls(10, 4, false), [10, 3, 3])
    try expectEqual(hookCalls(10, 4, true), [8, 2, 2])
    try expectEqual(hookCalls(8, 4, true), [8, 2, 2])
    try expectEqual(hookCalls(3, 4, true), [0, 0, 0])
    try expectEqual(hookCalls(0, 4, false), [0, 0, 0])
}
