// Nudge: Two different probabilities of a photo are needed, and it is easy to take the same one twice. Which one is in
//   the loss, and which one is shown?
// Idea: Make a list of losses first, and sort places by it: a larger loss first, and for the same loss the lower place.
//   Then make titles for those that come first.
// Almost: `actual.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(count)`, and for each place
//   `let best = row.firstIndex(of: row.max()!)!`. `String(format: "%.2f", x)` from Foundation writes two decimals, also
//   "inf". A count below 0 gives no titles.

import Foundation

public func titles(_ probabilities: [[Double]], actual: [Int], classes: [String], count: Int) throws -> [String] {
    let losses = zip(probabilities, actual).map { -log($0[$1]) }
    let order = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
    return order.prefix(max(count, 0)).map { place in
        let row = probabilities[place]
        let best = row.firstIndex(of: row.max()!)!
        return [
            classes[best], classes[actual[place]], String(format: "%.2f", losses[place]),
            String(format: "%.2f", row[best]),
        ].joined(separator: " / ")
    }
}
