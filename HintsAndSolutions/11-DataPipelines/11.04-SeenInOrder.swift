// Nudge: What must have happened to the items before the second step may look at them?
// Idea: Alternate: let a step look, then change all items by it, then let the next one look.
// Almost: A loop over the steps, with the items in a variable. In it, note `items.max()!` first, and then replace the
//   items by a `map` that takes each of them from this largest one.

public func seenInOrder(_ items: [Int], _ steps: Int) -> [Int] {
    var (items, seen): ([Int], [Int]) = (items, [])
    for _ in 0..<steps {
        let largest = items.max()!
        seen.append(largest)
        items = items.map { largest - $0 }
    }
    return seen
}
