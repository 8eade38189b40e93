// Nudge: First make the names of the file what they should be. Then there are three kinds of names: in both, only in
//   the net, only in the file.
// Idea: `allSatisfy { $0.hasPrefix("module.") }` is true for a file without names, which does no harm: there is nothing
//   to cut. Go through the union of both sets of names, sorted.
// Almost: For each name of `Set(file.keys).union(net.keys).sorted()` a `switch (net[name], file[name])`:
//   `(let own?, let given?)` with own != given, `(_?, nil)` missing, `(nil, _?)` not needed. `compactMap` leaves out
//   the rest.

public func listOfDifferences(file: [String: [Int]], net: [String: [Int]]) throws -> [String] {
    let isWrapped = file.keys.allSatisfy { $0.hasPrefix("module.") }
    var given: [String: [Int]] = [:]
    for (name, shape) in file where !name.hasSuffix(".num_batches_tracked") {
        given[isWrapped ? String(name.dropFirst("module.".count)) : name] = shape
    }
    return Set(given.keys).union(net.keys).sorted().compactMap { name in
        switch (net[name], given[name]) {
        case (let own?, let other?) where own != other: "\(name): the net has \(own), the file \(other)"
        case (_?, nil): "\(name): missing"
        case (nil, _?): "\(name): not needed"
        default: nil
        }
    }
}
