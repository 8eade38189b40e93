// Nudge: In which order do tokens get into the vocabulary, and when is it enough?
// Idea: Sort the counts, the largest first, and add them up until the sum is large enough.
// Almost: Enough is `100 * covered >= percent * all`: with whole numbers, nothing is rounded. Count how many were
//   added.

public func tokensNeeded(_ counts: [Int], percent: Int) -> Int {
    let all = counts.reduce(0, +)
    var (covered, needed) = (0, 0)
    for count in counts.sorted(by: >) {
        if 100 * covered >= percent * all { break }
        covered += count
        needed += 1
    }
    return needed
}
