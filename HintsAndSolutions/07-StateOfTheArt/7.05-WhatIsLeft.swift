// Nudge: Count in pixels of one side squared, and not in epochs: then everything is a whole number.
// Idea: The budget is budget · last². Take from it epochs · size² for each small size. How often does last² go into
//   what is left?
// Almost: `let rest = budget * last * last - zip(sizes, epochs).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }`; nil if it is
//   below 0, else `rest / (last * last)`, which rounds down.

public func epochsLeft(sizes: [Int], epochs: [Int], last: Int, budget: Int) throws -> Int? {
    let whole = last * last
    let rest = budget * whole - zip(sizes, epochs).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    return rest < 0 ? nil : rest / whole
}
