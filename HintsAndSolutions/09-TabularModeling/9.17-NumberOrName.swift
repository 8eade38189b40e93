// Nudge: First the decision, for which only the training values count. Then a dictionary.
// Idea: `Set(train)` has each value once. Sorted, its places are the codes, less one.
// Almost: `guard !mustGoOn, levels.count <= maxCard else { return nil }`; then a dictionary from the levels to `1...`,
//   and `rows.map { codes[$0] ?? 0 }`.

public func codes(
    _ rows: [Int], train: [Int], maxCard: Int, mustGoOn: Bool
) throws -> [Int]? {
    let levels = Set(train).sorted()
    guard !mustGoOn, levels.count <= maxCard else { return nil }
    let codes = Dictionary(uniqueKeysWithValues: zip(levels, 1...))
    return rows.map { codes[$0] ?? 0 }
}
