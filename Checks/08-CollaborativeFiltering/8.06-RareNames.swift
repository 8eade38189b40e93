import Exercises08
import Practice
import Solutions08

let rareNames = Check(
    "8.6",
    answer(
        "numbersOfNames(_:atLeast:)", Exercises08.numbersOfNames(_:atLeast:), Solutions08.numbersOfNames(_:atLeast:))
) { numbersOfNames in
    try expectEqual(numbersOfNames(["Heat", "Fargo", "Heat", "Alien", "Fargo"], 2), [2, 1, 2, 0, 1])
    let names = ["c", "a", "b", "c", "b", "c"]
    try expectEqual(numbersOfNames(names, 1), [3, 1, 2, 3, 2, 3])
    try expectEqual(numbersOfNames(names, 2), [2, 0, 1, 2, 1, 2])
    try expectEqual(numbersOfNames(names, 3), [1, 0, 0, 1, 0, 1])
    try expectEqual(numbersOfNames(names, 4), [0, 0, 0, 0, 0, 0])
    try expectEqual(numbersOfNames([], 1), [])
    try expectEqual(numbersOfNames(["B", "a", "B", "a"], 2), [1, 2, 1, 2])  // as Swift sorts: capitals first
}
