// Nudge: Sort once; then walk along the order and count two things, photos and faults.
// Idea: NaN is neither smaller nor larger than anything, so a sort that compares it with < makes no sense. Turn it into
//   something that comes first, such as infinity with a rank of its own, before you sort.
// Almost: The key of a place is (its loss is NaN ? 0 : 1, -loss or 0, place), smaller keys first. `needed` is
//   `Int((share * Double(faulty.count)).rounded(.up))`; when `needed` faults have been seen, return how many photos
//   that took. If `needed` is 0, it is 0.

public func photosToLookAt(_ losses: [Double], faulty: Set<Int>, share: Double) throws -> Int? {
    guard (0...1).contains(share), faulty.allSatisfy({ losses.indices.contains($0) }) else { return nil }
    let needed = Int((share * Double(faulty.count)).rounded(.up))
    if needed == 0 { return 0 }
    func key(_ place: Int) -> (Int, Double, Int) {
        losses[place].isNaN ? (0, 0, place) : (1, -losses[place], place)
    }
    var seen = 0
    for (number, place) in losses.indices.sorted(by: { key($0) < key($1) }).enumerated() {
        seen += faulty.contains(place) ? 1 : 0
        if seen == needed { return number + 1 }
    }
    return nil
}
