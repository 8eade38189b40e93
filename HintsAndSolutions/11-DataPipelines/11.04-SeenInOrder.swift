// Nudge: What must have happened to the items before the second step may look at them?
// Idea: Alternate: let a step look, then change all items by it, then let the next one look.
// Almost: In a loop over the steps:
//   `let largest = items.max()!; seen.append(largest); items = items.map { largest - $0 }`.

public func seenInOrder(_ items: [Int], _ steps: Int) -> [Int] {
    var (items, seen): ([Int], [Int]) = (items, [])
    for _ in 0..<steps {
        let largest = items.max()!
        seen.append(largest)
        items = items.map { largest - $0 }
    }
    return seen
}
