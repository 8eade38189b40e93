// Nudge: Draw [0, 1] as two boxes and four smaller boxes below. Where is the middle of the second small box, seen from
//   the middles of the large ones?
// Idea: In units of the old boxes the middle of new box k is at (k + 0.5) · n / count - 0.5, where old number 0 has its
//   middle at 0.
// Almost: Clamp this place to 0...n - 1. The number before it is at `Int(place)`, the one after it at the next index,
//   but no farther than n - 1: behind the last number there is none. The fraction is the share of the one after it.

public func stretched(_ row: [Float], to count: Int) throws -> [Float] {
    let last = row.count - 1
    return (0..<count).map { k in
        let middle = (Float(k) + 0.5) * Float(row.count) / Float(count) - 0.5
        let place = min(max(middle, 0), Float(last))
        let before = Int(place)
        let share = place - Float(before)
        return (1 - share) * row[before] + share * row[min(before + 1, last)]
    }
}
