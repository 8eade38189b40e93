// Nudge: Which names are left has to be known before the first of them can get its number.
// Idea: Count first, then keep the names with enough, then sort them, then number them; and last, go through the
//   list.
// Almost: `Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)` counts. `filter { $0.value >= least
//   }.keys.sorted()` are the names in order; a second dictionary made with `zip(sorted, 1...)` has the numbers, and 0
//   for what is not in it.

public func numbersOfNames(_ names: [String], atLeast least: Int) throws -> [Int] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    let sorted = counts.filter { $0.value >= least }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(sorted, 1...))
    return names.map { numbers[$0] ?? 0 }
}
