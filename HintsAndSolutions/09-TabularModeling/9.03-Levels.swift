// Nudge: First find the levels and their order, then the numbers. Where do the levels come from if no order is given?
// Idea: From the values themselves: each text once, sorted. A dictionary from level to number then answers for every
//   value.
// Almost: `let levels = order ?? Set(values.compactMap { $0 }).sorted()`, and a dictionary of `zip(levels, 1...)`. Each
//   value is `$0.flatMap { numbers[$0] } ?? 0`.

public func levelNumbers(_ values: [String?], order: [String]?) throws -> [Int] {
    let levels = order ?? Set(values.compactMap { $0 }).sorted()
    let numbers = Dictionary(zip(levels, 1...)) { first, _ in first }
    return values.map { value in value.flatMap { numbers[$0] } ?? 0 }
}
