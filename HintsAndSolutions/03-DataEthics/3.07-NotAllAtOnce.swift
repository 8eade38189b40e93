// Nudge: How many get a yes rightly? How many get one at all? So how many wrongly, and of how many is that a share?
// Idea: Of all people, `right = (1 - miss) · p` get a yes rightly, and right / precision get one at all. The difference
//   is wrong, and 1 − p is the share of people who can get a wrong yes.
// Almost: Check all that makes it nil first; 0 is allowed as `miss`, but not as `p` or `precision`. Then the wrong
//   ones, as a share of those who can be wrong; and that may be above 1.

public func falsePositives(_ p: Double, precision: Double, miss: Double) throws -> Double? {
    guard p > 0, p < 1, precision > 0, precision <= 1, (0...1).contains(miss) else { return nil }
    let right = (1 - miss) * p
    let rate = (right / precision - right) / (1 - p)
    return rate <= 1 ? rate : nil
}
