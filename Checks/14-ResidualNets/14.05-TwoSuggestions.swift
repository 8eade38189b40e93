import Exercises14
import Practice
import Solutions14

let rateSuggestions = Check(
    "14.5",
    answer(
        "rateSuggestions(rates:losses:)", Exercises14.rateSuggestions(rates:losses:),
        Solutions14.rateSuggestions(rates:losses:))
) { rateSuggestions in
    /// Expects both suggestions.
    func expectBoth(_ rates: [Double], _ losses: [Double], _ tenth: Double, _ steepest: Double) throws {
        let found = try rateSuggestions(rates, losses)
        try expect(found, "two suggestions") { $0 != nil }
        try expectClose(found.its("minimumTenth") { $0!.minimumTenth }, tenth, tolerance: 1e-12)
        try expectClose(found.its("steepest") { $0!.steepest }, steepest, tolerance: 1e-12)
    }
    // Per logarithm: from 1 to 10 the loss falls by 0.3 in 2.3, from 10 to 20 by 0.2 in 0.7.
    try expectBoth([1, 10, 20, 40], [2, 1.7, 1.5, 9], 2, 10)
    // The lowest rate of several.
    try expectBoth([0.01, 0.1, 1, 10], [3, 2, 1, 1], 0.1, 0.01)
    // Only rising: where it rises most slowly.
    try expectBoth([1, 2, 4, 8], [1, 3, 3.5, 9], 0.1, 2)
    // Left out, so that 1 and 4 become neighbours.
    try expectBoth([1, 2, 4, 8, 16], [5, .nan, 1, 0.9, .infinity], 0.8, 1)
    try expectBoth([1, 2, 4, 8], [-.infinity, 5, 4, 3.5], 0.8, 2)
    for (rates, losses) in [([], []), ([1], [2]), ([1, 2, 3], [.nan, 2, .infinity])] as [([Double], [Double])] {
        try expect(rateSuggestions(rates, losses), "nil") { $0 == nil }
    }
}
