// Nudge: Both numbers are straight lines between four points in time: 0, 0.45, 0.9 and 1.
// Idea: Write one function that is given the four values at these points and t, and finds the piece that t is in.
// Almost: The rates at the four points are peak · (0.1, 1, 0.1, 0.001); write down the four momenta as well. In a piece
//   from a to b, the share (t − a) / (b − a) says how far the way from its first value to its second one is done.

public func smithsCycle(batches: Int, peak: Double) throws -> [(rate: Double, momentum: Double)] {
    let times = [0, 0.45, 0.9, 1]
    func value(_ values: [Double], _ t: Double) -> Double {
        let piece = t < 0.45 ? 0 : t < 0.9 ? 1 : 2
        let share = (t - times[piece]) / (times[piece + 1] - times[piece])
        return values[piece] + share * (values[piece + 1] - values[piece])
    }
    return (0..<batches).map { batch in
        let t = Double(batch) / Double(batches)
        return (peak * value([0.1, 1, 0.1, 0.001], t), value([0.95, 0.85, 0.95, 0.95], t))
    }
}
