// Nudge: Go backwards. How often does the last axis go through all of its places before you arrive at this element?
// Idea: The place along the last axis is the remainder after dividing by its length. The quotient is the number of an
//   element in a tensor without that axis, and the same question again.
// Almost: A `var rest = element`, and for each length of `shape.reversed()` note `rest % length` and go on with `rest /
//   length`. Turn the list round at the end. Whether the element exists is best asked first: it must be one of the
//   `shape.reduce(1, *)` elements.

public func place(ofElement element: Int, in shape: [Int]) throws -> [Int]? {
    guard (0..<shape.reduce(1, *)).contains(element) else { return nil }
    var (rest, places) = (element, [Int]())
    for length in shape.reversed() {
        places.append(rest % length)
        rest /= length
    }
    return places.reversed()
}
