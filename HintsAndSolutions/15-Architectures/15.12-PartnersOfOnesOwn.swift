// Nudge: Do one set first, as if there were no other. What do you need to know of a photo in it?
// Idea: Let `set` be the places of one set. For number i, the candidates in order are `set[i + 1...]` and then
//   `set[..<i]`. The partner is the first candidate of the kind that is wanted, or else the first of all.
// Almost: `let others = set[(i + 1)...] + set[..<i]` has them in order. `others.first { … }` finds the partner, and
//   behind `??` stands the first of all. In the brackets, "has the same class" must be equal to "i is even".

public func partners(_ classes: [Int], isValid: [Bool]) throws -> [Int?] {
    var found = [Int?](repeating: nil, count: classes.count)
    for part in [false, true] {
        let set = classes.indices.filter { isValid[$0] == part }
        for (i, photo) in set.enumerated() {
            let others = set[(i + 1)...] + set[..<i]
            found[photo] = others.first { (classes[$0] == classes[photo]) == (i % 2 == 0) } ?? others.first
        }
    }
    return found
}
