// Nudge: The page says how `countBehind` does it for six decimals. Where in it is the six?
// Idea: With d decimals, a printed rate is off by at most half a unit of its last place, 0.5 / 10^d. Only the whole
//   number next to rate · count can explain it. Allow a tiny bit more, since numbers such as 0.1 are not exact in a
//   computer.
// Almost: The one candidate is `(rate * Double(count)).rounded()`, divided by the count again. It explains the rate if
//   it is off by at most `0.5 * unit + 1e-12`, with `unit = pow(10, -decimals)`, where `decimals` is the length of what
//   comes after the dot in the text, and 0 if there is no dot.

import Foundation

public func photosBehind(_ rates: [String], most: Int) throws -> [Int] {
    let known = rates.compactMap { text in
        Double(text).map { ($0, pow(10, -Double(text.split(separator: ".").dropFirst().first?.count ?? 0))) }
    }
    guard known.count == rates.count else { return [] }
    return (1...max(most, 1)).prefix(max(most, 0)).filter { count in
        known.allSatisfy { rate, unit in
            let wrong = (rate * Double(count)).rounded()
            return abs(wrong / Double(count) - rate) <= 0.5 * unit + 1e-12
        }
    }
}
