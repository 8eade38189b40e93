// Nudge: Follow one number, the share of A, from day to day; two sums of hours give the next one. (For the research:
//   who is hired, who gets a loan, what is shown to whom? Ask each time who makes the labels.)
// Idea: Hours of A are fans · fanHours · s + others · s, hours of B are others · (1 - s). (Begin with K. Lum and W.
//   Isaac, “To predict and serve?”, 2016, and D. Ensign and others, “Runaway Feedback Loops in Predictive Policing”,
//   2018.)
// Almost: Append `a / (a + b)` day by day, or s again where a + b is 0. (A bank knows only of those who got a loan
//   whether they pay it back. A list of best sellers sells what is on it. A translator trained on texts from the web
//   learns from what translators have put there.)

public func shares(fans: Int, fanHours: Double, others: Int, days: Int) throws -> [Double] {
    var shares = [0.5]
    for _ in 0..<days {
        let share = shares.last!
        let a = Double(fans) * fanHours * share + Double(others) * share
        let b = Double(others) * (1 - share)
        shares.append(a + b > 0 ? a / (a + b) : share)
    }
    return shares
}
