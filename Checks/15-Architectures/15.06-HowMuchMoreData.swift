import Exercises15
import Foundation
import Practice
import Solutions15

// (A function with tuples that have labels gets them without here.)
let howMuchMoreData = Check(
    "15.6",
    Answer<@Sendable ([Int], [Double], Double) throws -> Int?>(
        { try Exercises15.picturesNeeded(zip($0, $1).map { ($0, $1) }, target: $2) },
        { try Solutions15.picturesNeeded(zip($0, $1).map { ($0, $1) }, target: $2) })
) { needed in
    func found(_ pictures: [Int], _ errors: [Double], _ target: Double) throws -> Found<Int?> {
        let call = "pictures \(pictures), errors \(errors), target \(target)"
        return Found(call, try asking(call) { try needed(pictures, errors, target) })
    }
    try expectEqual(found([100, 400], [0.4, 0.2], 0.1), 1600)
    try expectEqual(found([100, 400], [0.4, 0.2], 0.2), 400)
    try expectEqual(found([400, 100], [0.2, 0.4], 0.8), 25)
    // Three points that are not on a line, and one number of pictures twice.
    let (n, e) = ([100.0, 300, 1000], [0.5, 0.31, 0.24])
    let (x, y) = (n.map { log($0) }, e.map { log($0) })
    let (mx, my) = (x.reduce(0, +) / 3, y.reduce(0, +) / 3)
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    let expected = Int(exp(mx + (log(0.15) - my) / slope).rounded(.up))
    try expectEqual(found([100, 300, 1000], e, 0.15), expected)
    try expectEqual(found([100, 100, 400, 400], [0.5, 0.32, 0.2, 0.2], 0.1), 1600)
    for (pictures, errors, target) in [
        ([100], [0.4], 0.1), ([100, 100], [0.4, 0.3], 0.1), ([100, 400], [0.2, 0.4], 0.1),
        ([100, 400], [0.3, 0.3], 0.1),
        ([0, 400], [0.4, 0.2], 0.1), ([100, 400], [0.4, 0], 0.1), ([100, 400], [0.4, 0.2], 0),
        ([100, 400], [0.4, 0.39], 0.01),
    ] as [([Int], [Double], Double)] {
        try expectEqual(found(pictures, errors, target), nil)
    }
}
