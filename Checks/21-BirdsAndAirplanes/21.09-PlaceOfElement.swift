import Exercises21
import Practice
import Solutions21

let placeOfElement = Check(
    "21.9", answer("place(ofElement:in:)", Exercises21.place(ofElement:in:), Solutions21.place(ofElement:in:))
) { place in
    let examples: [(element: Int, shape: [Int], place: [Int]?)] = [
        (176, [3, 32, 32], [0, 5, 16]), (208, [3, 32, 32], [0, 6, 16]), (1200, [3, 32, 32], [1, 5, 16]),
        (0, [], []), (1, [], nil), (5, [6], [5]), (6, [6], nil), (-1, [6], nil), (0, [2, 0, 3], nil),
        (23, [2, 3, 4], [1, 2, 3]), (24, [2, 3, 4], nil), (7, [1, 8, 1], [0, 7, 0]),
        (1999, [10, 2, 5, 4, 5], [9, 1, 4, 3, 4]),
    ]
    for (element, shape, expected) in examples { try expectEqual(place(element, shape), expected) }
    // Every element of a small shape, in order.
    for element in 0..<12 {
        try expectEqual(place(element, [2, 2, 3]), [element / 6, element / 3 % 2, element % 3])
    }
}
