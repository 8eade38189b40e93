// Nudge: How many times is the highest rate divided by 2.6 for the group at some place?
// Idea: As many times as there are groups after it: `groups - 1 - place`.
// Almost: `(0..<groups).map { place in … }` with two cases. The first `groups - learning` places give 0. For the
//   others, `import Foundation` has `pow(2.6, …)`, whose second number must be a `Double`.

import Foundation

public func ratesOfGroups(_ groups: Int, learning: Int, highest: Double) -> [Double] {
    (0..<groups).map { place in
        place < groups - learning ? 0 : highest / pow(2.6, Double(groups - 1 - place))
    }
}
