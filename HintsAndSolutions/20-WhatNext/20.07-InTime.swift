// Nudge: In each round, which ones can still be taken? Of those, which is the best?
// Idea: Keep what is left of the budget, and the list of those that are taken. A loop filters, takes the best, and ends
//   when nothing is left after filtering.
// Almost: Filter all places,
//   `costs.indices.filter { !picked.contains($0) && gain($0) > 0 && weeks[$0] <= deadline && costs[$0] <= left }`; the
//   first of these whose gain is the largest.

public func chosen(
    probabilities: [Double], benefits: [Double], costs: [Double], weeks: [Int], budget: Double, deadline: Int
) throws -> [Int] {
    var (left, picked) = (budget, [Int]())
    func gain(_ place: Int) -> Double { (probabilities[place] * benefits[place] - costs[place]) / costs[place] }
    while true {
        let fitting = costs.indices.filter {
            !picked.contains($0) && gain($0) > 0 && weeks[$0] <= deadline && costs[$0] <= left
        }
        guard let best = fitting.map(gain).max() else { return picked }
        let place = fitting.first { gain($0) == best }!
        picked.append(place)
        left -= costs[place]
    }
}
