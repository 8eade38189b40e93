import Exercises11
import Practice
import Solutions11

let seenInOrder = Check(
    "11.4",
    answer("seenInOrder(_:_:)", Exercises11.seenInOrder(_:_:), Solutions11.seenInOrder(_:_:))
) { seenInOrder in
    try expectEqual(seenInOrder([1, 4, 6], 2), [6, 5])
    try expectEqual(seenInOrder([1, 4, 6], 3), [6, 5, 5])
    try expectEqual(seenInOrder([-3, 2], 2), [2, 5])
    try expectEqual(seenInOrder([-5, -2, -9], 2), [-2, 7])
    try expectEqual(seenInOrder([9], 0), [])
}
