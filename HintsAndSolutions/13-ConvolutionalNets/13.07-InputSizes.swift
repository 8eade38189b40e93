// Nudge: What is the smallest n for which there are `output` places? It is the one where the last window ends exactly
//   where the axis with its padding ends.
// Idea: The last window begins at (output − 1) · stride and ends `kernel` pixels later. So n + 2 · padding is at
//   least that. One more pixel makes no new place, until there is a whole stride more.
// Almost: Write the smallest n with `output`, `kernel`, `stride` and `padding`; it may be below 1. Then a range of
//   `stride` numbers begins there, and a `filter` takes out what is no image.

public func inputSizes(output: Int, kernel: Int, stride: Int, padding: Int) throws -> [Int] {
    let smallest = (output - 1) * stride + kernel - 2 * padding
    return (smallest..<smallest + stride).filter { $0 >= 1 }
}
