import Exercises10
import Practice
import Solutions10

let slots = Check(
    "10.15",
    answer("slots(of:)", Exercises10.slots(of:), Solutions10.slots(of:))
) { slots in
    try expectEqual(slots([["I", "ask", "you"], ["I", "urge", "you"]]), [1])
    let texts = [["a", "b", "c", "d"], ["a", "x", "c", "d"], ["a", "b", "c", "y"]]
    try expectEqual(slots(texts), [1, 3])
    try expectEqual(slots([["a", "b"], ["a", "b"]]), [])
    try expectEqual(slots([["a"], ["A"]]), [0])
    try expectEqual(slots([["a", "b"]]), [])
    try expectEqual(slots([]), [])
}
