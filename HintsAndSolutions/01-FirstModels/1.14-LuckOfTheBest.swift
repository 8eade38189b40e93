// Nudge: Sum up from the top: the chance of all n, of n - 1 or more, and so on, until it becomes too large.
// Idea: The chances of k right answers grow by a known factor from k + 1 to k: C(n, k) = C(n, k + 1) · (k + 1) / (n -
//   k). For 1,000 items they begin at 2^-1000, which a `Double` still holds. With p for one model, the best of m has 1
//   - (1 - p)^m.
// Almost: Keep digits with `-expm1(Double(models) * log1p(-p))`. Start with `term = pow(2, -Double(items))` and p =
//   term at k = n; go down while the chance is at most the risk, and remember the last k for which it was. (p must not
//   reach 1.)

import Foundation

public func enoughRight(models: Int, items: Int, risk: Double) throws -> Int? {
    var (term, tail, enough) = (pow(2, -Double(items)), 0.0, Int?.none)
    for right in stride(from: items, through: 0, by: -1) {
        tail += term
        let best = tail >= 1 ? 1 : -expm1(Double(models) * log1p(-tail))
        if best > risk { break }
        enough = right
        term *= Double(right) / Double(items - right + 1)
    }
    return enough
}
