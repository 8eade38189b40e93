// Nudge: How many times is the highest rate divided by 2.6 for the group at some place?
// Idea: As many times as there are groups after it: `groups - 1 - place`.
// Almost: `(0..<groups).map { place in … }`, which gives 0 if `place < groups - learning`, and otherwise
//   `highest / pow(2.6, Double(groups - 1 - place))`, with `import Foundation`.

import Foundation

public func ratesOfGroups(_ groups: Int, learning: Int, highest: Double) -> [Double] {
    (0..<groups).map { place in
        place < groups - learning ? 0 : highest / pow(2.6, Double(groups - 1 - place))
    }
}
