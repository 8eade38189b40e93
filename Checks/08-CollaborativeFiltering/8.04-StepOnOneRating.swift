import Exercises08
import Practice
import Solutions08

let stepOnOneRating = Check(
    "8.4",
    answer(
        "stepOnOneRating(user:film:rating:rate:decay:)", Exercises08.stepOnOneRating(user:film:rating:rate:decay:),
        Solutions08.stepOnOneRating(user:film:rating:rate:decay:))
) { stepOnOneRating in
    func expectStep(
        _ user: [Double], _ film: [Double], _ rating: Double, _ rate: Double, _ decay: Double, _ wanted: [[Double]]
    ) throws {
        let found = try stepOnOneRating(user, film, rating, rate, decay)
        try expect(found, "\(wanted)") { found in
            found.count == 2
                && zip(found, wanted).allSatisfy { a, b in
                    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
                }
        }
    }
    try expectStep([2], [0.5], 4, 0.1, 0, [[2.3], [1.7]])
    try expectStep([2], [-0.5], 4, 0.1, 0, [[1.5], [1.5]])
    try expectStep([1, 2], [3, -1], 1, 0.5, 0, [[1, 2], [3, -1]])  // no error, no step
    try expectStep([1, 2], [3, -1], 1, 0.5, 0.1, [[0.9, 1.8], [2.7, -0.9]])  // only the decay
    try expectStep([1, 1], [1, 1], 0, 0.25, 0.5, [[-0.25, -0.25], [-0.25, -0.25]])
    try expectStep([0, 0], [1, 2], 5, 0.1, 1, [[1, 2], [0.8, 1.6]])
    try expectStep([1], [2], 5, 0, 3, [[1], [2]])
}
