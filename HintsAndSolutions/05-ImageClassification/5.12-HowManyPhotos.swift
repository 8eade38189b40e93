// Nudge: A rate with d decimals is a whole number, divided by 10ᵈ. So all of it can be done with whole numbers. What
//   does "k/n rounds to r/10ᵈ" say about k, n and r?
// Idea: |k/n - r/10ᵈ| ≤ 1/2 · 1/10ᵈ. Multiply by 2 · n · 10ᵈ, and no fraction is left: |2 · 10ᵈ · k - 2 · r · n| ≤ n.
//   And only one or two k come into question, those next to r · n / 10ᵈ.
// Almost: For each n, try `let k = (2 * r * n + p) / (2 * p)` with p = 10ᵈ, which is the nearest whole number; if the
//   nearest one does not fit, none does. A text is fine if `wholeMatch(of: #/([01])\.([0-9]{1,9})/#)` finds it, and r
//   is the number of all its digits without the dot; r may not be above p.

public func sizes(explaining rates: [String], upTo most: Int) throws -> [Int]? {
    var parts: [(r: Int, p: Int)] = []
    for rate in rates {
        guard let match = rate.wholeMatch(of: /([01])\.([0-9]{1,9})/), let r = Int(match.1 + match.2) else {
            return nil
        }
        let p = match.2.reduce(1) { power, _ in power * 10 }
        if r > p { return nil }
        parts.append((r, p))
    }
    guard most >= 1 else { return [] }
    return (1...most).filter { n in
        parts.allSatisfy { r, p in
            let k = (2 * r * n + p) / (2 * p)
            return abs(2 * p * k - 2 * r * n) <= n
        }
    }
}
