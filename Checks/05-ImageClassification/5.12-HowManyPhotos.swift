import Exercises05
import Practice
import Solutions05

let howManyPhotos = Check(
    "5.12",
    answer(
        "sizes(explaining:upTo:)", Exercises05.sizes(explaining:upTo:), Solutions05.sizes(explaining:upTo:))
) { sizes in
    let examples: [(rates: [String], most: Int, sizes: [Int])] = [
        (["0.33"], 10, [3, 6, 9]), (["0.33", "0.50"], 10, [6]), (["0.0"], 3, [1, 2, 3]), (["1.000"], 2, [1, 2]),
        ([], 4, [1, 2, 3, 4]), (["0.33"], 0, []), (["0.142857"], 20, [7, 14]),
        // The book's first rates leave one number of photos below 2,000.
        (["0.108254", "0.096076", "0.066306", "0.893775", "0.954668"], 1999, [1478]),
        (["0.108254"], 2000, [739, 1478, 1672]),
        // Nine decimals: 1/7 is 0.142857143, and not 0.142857142.
        (["0.142857143"], 20, [7, 14]), (["0.142857142"], 20, []),
        // A half may go either way: 1/8 is 0.12 or 0.13, and 1/40 is 0.02 or 0.03.
        (["0.13"], 8, [8]), (["0.12"], 8, [8]), (["0.03"], 40, Array(29...40)), (["0.02"], 40, Array(40...40)),
    ]
    for (rates, most, expected) in examples {
        try expectEqual(try sizes(rates, most).its("the sizes") { $0 ?? [] }, expected)
        try expect(sizes(rates, most), "a list") { $0 != nil }
    }
    for wrong in ["0", "33", "0,33", "1.5", "-0.1", "0.", ".5", "0.1234567891", "0.3 ", ""] {
        try expect(sizes(["0.5", wrong], 10), "nil") { $0 == nil }
    }
}
