import Exercises05
import Foundation
import Practice
import Solutions05

let softmaxOfSome = Check(
    "5.7",
    answer(
        "probabilities(_:temperature:isPossible:)", Exercises05.probabilities(_:temperature:isPossible:),
        Solutions05.probabilities(_:temperature:isPossible:))
) { probabilities in
    let all = [true, true, true]
    func found(_ x: [Float], _ T: Float, _ possible: [Bool]) throws -> Found<[Float]> {
        let result = try probabilities(x, T, possible)
        try expect(result, "a list") { $0 != nil }
        return result.its("the list") { $0! }
    }
    try expectClose(found([0.02, -2.49, 1.25], 1, all), [0.2221, 0.0180, 0.7599], tolerance: 1e-4)
    try expectClose(found([0.02, -2.49, 1.25], 2, all), [0.31901, 0.09094, 0.59005], tolerance: 1e-4)
    try expectClose(found([1, 5, 2], 1, [true, false, true]), [0.26894, 0, 0.73106], tolerance: 1e-4)
    // Very large and very small ones, and a small temperature.
    try expectClose(found([1000, 1001, 999], 1, all), [0.24473, 0.66524, 0.09003], tolerance: 1e-4)
    try expectClose(found([-1000, -999, -1001], 1, all), [0.24473, 0.66524, 0.09003], tolerance: 1e-4)
    try expectClose(found([1, 2, 2], 1e-38, all), [0, 0.5, 0.5])
    // Divided before the highest is subtracted, these would be infinite.
    try expectClose(found([10, 20, 20], 1e-38, all), [0, 0.5, 0.5])
    // What is not possible does not matter: 1000 would be the highest of all.
    try expectClose(found([1000, 0, log(3)], 1, [false, true, true]), [0, 0.25, 0.75])
    try expectClose(found([.nan, 0, .infinity, 0], 1, [false, true, false, true]), [0, 0.5, 0, 0.5])
    try expectClose(found([-3], 1, [true]), [1])
    try expect(probabilities([1, 2], 1, [false, false]), "nil") { $0 == nil }
    try expect(probabilities([1, 2], 1, [true]), "nil") { $0 == nil }
    try expect(probabilities([], 1, []), "nil") { $0 == nil }
}
