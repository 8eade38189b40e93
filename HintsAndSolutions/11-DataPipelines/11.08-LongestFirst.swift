// Nudge: What is the longest text of a single batch?
// Idea: Find the first batch whose longest text is as long as the longest of all; take it out and put it in front.
// Almost: `let longest = batches.map { batch in batch.map { lengths[$0] }.max()! }`, then
//   `longest.firstIndex(of: longest.max()!)`.

public func longestFirst(_ batches: [[Int]], _ lengths: [Int]) -> [[Int]] {
    let longest = batches.map { batch in batch.map { lengths[$0] }.max()! }
    guard let most = longest.max(), let place = longest.firstIndex(of: most) else { return batches }
    var others = batches
    return [others.remove(at: place)] + others
}
