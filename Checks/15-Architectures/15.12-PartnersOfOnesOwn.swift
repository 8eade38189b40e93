import Exercises15
import Practice
import Solutions15

let partnersOfOnesOwn = Check(
    "15.12", answer("partners(_:isValid:)", Exercises15.partners(_:isValid:), Solutions15.partners(_:isValid:))
) { partners in
    let none = Array(repeating: false, count: 6)
    try expectEqual(partners([5, 5, 7, 5], Array(none.prefix(4))), [1, 2, 3, 2])
    // In turn the same class and another, around the end.
    try expectEqual(partners([1, 2, 1, 2, 1, 2], none), [2, 2, 4, 4, 0, 0])
    // All alike: nobody is different. Nobody alike: all are.
    try expectEqual(partners([3, 3, 3], Array(none.prefix(3))), [1, 2, 0])
    try expectEqual(partners([1, 2, 3], Array(none.prefix(3))), [1, 2, 0])
    // Two sets, mixed with each other: a partner is of the same set.
    try expectEqual(
        partners([1, 1, 2, 2, 1, 1, 2], [false, true, false, true, false, true, true]), [4, 5, 4, 5, 0, 1, 1])
    // A photo that is alone in its set has no partner.
    try expectEqual(partners([1, 1, 1], [false, true, false]), [2, nil, 0])
    try expectEqual(partners([], []), [])
}
