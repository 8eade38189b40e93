// Nudge: Imagine the known photos in a row, the least sure first, and raise the bound slowly. Which photo is the first
//   that must not be lost?
// Idea: Sorted by sureness, `lost` photos may lie below the bound. The bound is the sureness of the next one: any
//   higher, and that one would be refused, too. Photos that are equally sure do no harm, since one that is equal to the
//   bound is let in.
// Almost: `known.sorted()[lost]`, and the count of strangers that are `>=` it, divided by how many there are.

public func bound(known: [Float], strangers: [Float], losing lost: Int) throws -> (Float, Double)? {
    guard known.count > lost, lost >= 0 else { return nil }
    let bound = known.sorted()[lost]
    return (bound, Double(strangers.count { $0 >= bound }) / Double(max(strangers.count, 1)))
}
