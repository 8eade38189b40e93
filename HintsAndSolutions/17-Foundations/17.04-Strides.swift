// Nudge: Take the storage [1, 2, 3, 4, 5, 6] as [2, 3] with the strides [3, 1], and find each element with a finger.
//   How far does the finger move for the next column, how far for the next row?
// Idea: For one place: check and correct the indices one axis at a time, and add up. For all of them, begin with the
//   list of places [offset] and go through the axes from the first to the last: each place becomes as many as the axis
//   is long, a stride apart.
// Almost: `places.flatMap { start in (0..<length).map { start + $0 * stride } }` does one axis; with it, the last
//   axis changes fastest, which is the order wanted. In `place`, `let i = index < 0 ? index + length : index`, and then
//   `(0..<length).contains(i)`.

public func place(of index: [Int], shape: [Int], strides: [Int], offset: Int) throws -> Int? {
    guard index.count == shape.count else { return nil }
    var place = offset
    for (axis, entry) in index.enumerated() {
        let entry = entry < 0 ? entry + shape[axis] : entry
        guard (0..<shape[axis]).contains(entry) else { return nil }
        place += entry * strides[axis]
    }
    return place
}

public func elements(of storage: [Float], shape: [Int], strides: [Int], offset: Int) throws -> [Float] {
    let places = zip(shape, strides).reduce([offset]) { places, axis in
        places.flatMap { start in (0..<axis.0).map { start + $0 * axis.1 } }
    }
    return places.map { storage[$0] }
}
