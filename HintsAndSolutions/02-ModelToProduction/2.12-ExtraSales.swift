// Nudge: The coin makes two groups that are alike in everything but the recommendation. Compare them, among the offers
//   that the ranking would have chosen.
// Idea: Sort the places by score, the highest first, and by place where scores are equal; keep the first `top`. Then
//   count bought books among those that were recommended, and among the others.
// Almost: `places.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(top)`, then
//   `filter { recommended[$0] == isShown }` for both truth values, and `count { bought[$0] }` over the count of each.

public func extraSales(scores: [Double], recommended: [Bool], bought: [Bool], top: Int) throws -> Double? {
    let chosen = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(top)
    func share(_ isShown: Bool) -> Double? {
        let group = chosen.filter { recommended[$0] == isShown }
        return group.isEmpty ? nil : Double(group.count { bought[$0] }) / Double(group.count)
    }
    guard let with = share(true), let without = share(false) else { return nil }
    return with - without
}
