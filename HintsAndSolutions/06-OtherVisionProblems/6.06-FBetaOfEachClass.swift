// Nudge: Three counts for each class are all that it takes.
// Idea: For a column: how often it was said, how often it was there, and how often both. If the first two are 0, there
//   is no F. Else use the formula with counts, in which nothing can be divided by 0.
// Almost: `let right = photos.count { said[$0][k] && there[$0][k] }`, and `(1 + beta * beta) * right / (beta * beta *
//   there + said)`, all as Double.

public func fBeta(said: [[Bool]], there: [[Bool]], beta: Double) throws -> [Double?] {
    guard let classes = said.first?.count else { return [] }
    return (0..<classes).map { k in
        let (a, b) = (said.count { $0[k] }, there.count { $0[k] })
        if a + b == 0 { return nil }
        let right = zip(said, there).count { $0[k] && $1[k] }
        return (1 + beta * beta) * Double(right) / (beta * beta * Double(b) + Double(a))
    }
}
